import type { DocumentBuilder } from "../document-builder";

/** The words of one person without a break; times in milliseconds. `isGuessed`: the times were worked out from those around. */
export type Turn = {
  speaker: string;
  text: string;
  start?: number;
  end?: number;
  isGuessed?: boolean;
};

type Joined = Turn & { marks: [offset: number, startMs: number][] };

const longest = 600;
const WORDS_A_SECOND = 2.5;

/**
 * Adds turns as paragraphs. Those of one speaker in a row are joined up to a length that can be cited. Each keeps a mark with its own time.
 * A turn without an end ends with the next one; the last one after the time that its words take.
 */
export function addTurns(builder: DocumentBuilder, turns: Iterable<Turn>) {
  const open: Joined[] = [];
  for (const turn of turns) {
    const last = open.at(-1);
    if (last && last.speaker === turn.speaker && last.text.length < longest) {
      mark(last, turn, last.text.length + 1);
      last.text += ` ${turn.text}`;
      if (turn.end === undefined) delete last.end;
      else last.end = turn.end;
      if (turn.isGuessed) last.isGuessed = true;
    } else {
      const joined: Joined = { ...turn, marks: [] };
      mark(joined, turn, 0);
      open.push(joined);
    }
  }
  for (const [index, turn] of open.entries()) addTurn(builder, turn, open[index + 1]?.start);
}

function mark({ marks }: Joined, { start }: Turn, offset: number) {
  if (start !== undefined) marks.push([offset, start]);
}

function addTurn(builder: DocumentBuilder, turn: Joined, next: number | undefined) {
  const { speaker, text, start, isGuessed } = turn;
  const before = speaker ? `${speaker}: ` : "";
  builder.add({
    kind: "paragraph",
    text: before + text,
    ...(start !== undefined && { time: [start, Math.max(start, turn.end ?? endOf(turn, next))] }),
    ...(turn.marks.length > 1 && {
      marks: turn.marks.map(([offset, ms]) => [offset === 0 ? 0 : before.length + offset, ms]),
    }),
    ...(isGuessed && { isTimeGuessed: true }),
    speaker,
  });
}

function endOf({ text, marks, start = 0 }: Joined, next: number | undefined): number {
  if (next !== undefined && next >= start) return next;
  const [offset, from] = marks.at(-1) ?? [0, start];
  const words = text.slice(offset).split(/\s+/).length;
  return from + Math.round((words / WORDS_A_SECOND) * 1_000);
}

/** Milliseconds of a time such as 1:02, 00:01:02.345 or 00:01:02,345. */
export function millisecondsOf(time: string): number | undefined {
  const found = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?$/.exec(time.trim());
  if (!found) return undefined;
  const [, hours = "0", minutes = "0", seconds = "0", rest = "0"] = found;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1_000 + Number(rest.padEnd(3, "0"));
}
