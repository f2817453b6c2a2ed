import type { DocumentBuilder } from "@besunny/document-model/document-builder";

/** The words of one person without a break; times in milliseconds. */
export type Turn = { speaker: string; text: string; start?: number; end?: number };

const longest = 600;

/** Adds turns as paragraphs. Those of one speaker in a row are joined up to a length that can be cited. */
export function addTurns(builder: DocumentBuilder, turns: Iterable<Turn>) {
  const open: Turn[] = [];
  for (const turn of turns) {
    const last = open.at(-1);
    if (last && last.speaker === turn.speaker && last.text.length < longest) {
      last.text += ` ${turn.text}`;
      if (turn.end !== undefined) last.end = turn.end;
    } else open.push({ ...turn });
  }
  for (const turn of open) addTurn(builder, turn);
}

function addTurn(builder: DocumentBuilder, { speaker, text, start, end }: Turn) {
  builder.add({
    kind: "paragraph",
    text: speaker ? `${speaker}: ${text}` : text,
    ...(start !== undefined && { time: [start, Math.max(start, end ?? start)] }),
    speaker,
  });
}

/** Milliseconds of a time such as 1:02, 00:01:02.345 or 00:01:02,345. */
export function millisecondsOf(time: string): number | undefined {
  const found = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?$/.exec(time.trim());
  if (!found) return undefined;
  const [, hours = "0", minutes = "0", seconds = "0", rest = "0"] = found;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1_000 + Number(rest.padEnd(3, "0"));
}
