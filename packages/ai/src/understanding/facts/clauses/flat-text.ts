import type { Span } from "../../../ai";

/** A text with every gap as one blank and plain quotation marks, and the way back to the original's offsets. */
export type FlatText = { text: string; spanOf(start: number, end: number): Span };

export function flatten(original: string): FlatText {
  const offsets: number[] = [];
  let text = "";
  for (const match of original.matchAll(/\s+|\S+/g)) {
    const isGap = /^\s/.test(match[0]);
    const written = isGap ? " " : match[0].replace(/[“”„«»]/g, '"').replace(/[‘’]/g, "'");
    for (let index = 0; index < written.length; index++) offsets.push(match.index + index);
    text += written;
  }
  offsets.push(original.length);
  return {
    text,
    spanOf: (start, end) => [offsets[start] ?? 0, (offsets[end - 1] ?? 0) + 1],
  };
}
