import type { StoredSpeaker, StoredTurn } from "@besunny/db/meetings/meetings";
import { z } from "zod";
import { count } from "../../shapes";

const span = z.tuple([count, count]);

/** The proof of a statement as it is stored: the quote is at `span` of the document's text. `atMs` is null where nothing is timed. */
export const StoredEvidence = z.object({
  turns: z.array(count),
  quote: z.string(),
  span,
  atMs: z.number().nullable(),
});
export type StoredEvidence = z.infer<typeof StoredEvidence>;

/** Evidence in a transcript: turns by their numbers, and when and by whom the quote is said. Times are milliseconds from the beginning. */
export const MeetingEvidence = z.object({
  quote: z.string(),
  span,
  turns: z.array(count),
  at: z.object({
    startMs: z.number().nullable(),
    isTimeGuessed: z.boolean(),
    speaker: z.string().nullable(),
  }),
});
export type MeetingEvidence = z.infer<typeof MeetingEvidence>;

const Stored = z.array(StoredEvidence);

/** Reads evidence as it is stored. */
export function storedEvidence(json: unknown): StoredEvidence[] {
  return Stored.parse(json);
}

/** The name of the speaker of a turn, null if nobody is named, and whether the time is guessed. */
export type Spoken = { name: string | null; isTimeGuessed: boolean };

/** Returns what tells of a turn, by its number, who speaks in it and whether its time is guessed. */
export function spokenInTurns(
  speakers: readonly Pick<StoredSpeaker, "number" | "name">[],
  turns: readonly Pick<StoredTurn, "number" | "speaker" | "isTimeGuessed">[],
): (turn: number | undefined) => Spoken | null {
  const names = new Map(speakers.map(({ number, name }) => [number, name]));
  const known = new Map(turns.map((turn) => [turn.number, turn]));
  return (number) => {
    const turn = known.get(number ?? 0);
    if (!turn) return null;
    return { name: names.get(turn.speaker ?? 0) ?? null, isTimeGuessed: turn.isTimeGuessed };
  };
}

/** Returns stored evidence for an answer. `spokenIn` tells who speaks in a turn. */
export function evidenceFor(
  json: unknown,
  spokenIn: (turn: number | undefined) => Spoken | null,
): MeetingEvidence[] {
  return storedEvidence(json).map(({ turns, quote, span: at, atMs }) => {
    const spoken = spokenIn(turns[0]);
    return {
      quote,
      span: at,
      turns,
      at: {
        startMs: atMs,
        isTimeGuessed: spoken?.isTimeGuessed ?? false,
        speaker: spoken?.name ?? null,
      },
    };
  });
}
