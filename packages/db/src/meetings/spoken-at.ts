import type { Prisma } from "../generated/client";
import type { Tx } from "../workspace/tx";

/** A place in the text of a document. */
export type TextPlace = { documentId: string; start: number };

/** The turn of a transcript in which a place is. */
export type SpokenPlace = TextPlace & {
  speaker: string | null;
  /** The millisecond of the words, as near as the transcript tells. */
  startMs: number | null;
  isTimeGuessed: boolean;
  beganAt: Date | null;
};

/** Returns the turns in which places are. Places in no turn are left out. So are those of a text that was read again since its meeting was understood. */
export async function spokenAt(
  tx: Tx,
  seen: Prisma.MeetingWhereInput,
  places: readonly TextPlace[],
): Promise<SpokenPlace[]> {
  const documentIds = [...new Set(places.map(({ documentId }) => documentId))];
  if (documentIds.length === 0) return [];
  const rows = await tx.meeting.findMany({
    where: { ...seen, documentId: { in: documentIds } },
    select: {
      id: true,
      documentId: true,
      beganAt: true,
      modelKey: true,
      document: { select: { modelKey: true } },
      speakers: { select: { number: true, name: true } },
    },
  });
  const meetings = rows.filter(({ modelKey, document }) => modelKey === document.modelKey);
  const wanted = meetings.flatMap((meeting) =>
    places
      .filter(({ documentId }) => documentId === meeting.documentId)
      .map(({ start }) => ({ meeting, start })),
  );
  if (wanted.length === 0) return [];
  const turns = await tx.meetingTurn.findMany({
    where: {
      OR: wanted.map(({ meeting, start }) => ({
        meetingId: meeting.id,
        spanStart: { lte: start },
        spanEnd: { gt: start },
      })),
    },
  });
  return wanted.flatMap(({ meeting, start }) => {
    const turn = turns.find(
      ({ meetingId, spanStart, spanEnd }) =>
        meetingId === meeting.id && spanStart <= start && start < spanEnd,
    );
    if (!turn) return [];
    const speaker = meeting.speakers.find(({ number }) => number === turn.speaker);
    return {
      documentId: meeting.documentId,
      start,
      speaker: speaker?.name ?? null,
      startMs: marksIn(turn.marks).findLast(([place]) => place <= start)?.[1] ?? turn.startMs,
      isTimeGuessed: turn.isTimeGuessed,
      beganAt: meeting.beganAt,
    };
  });
}

/** Reads the marks of a turn: offsets in the text, each with its millisecond. */
export function marksIn(marks: Prisma.JsonValue): (readonly [number, number])[] {
  if (!Array.isArray(marks)) return [];
  return marks.flatMap((mark) =>
    Array.isArray(mark) && typeof mark[0] === "number" && typeof mark[1] === "number"
      ? [[mark[0], mark[1]] as const]
      : [],
  );
}
