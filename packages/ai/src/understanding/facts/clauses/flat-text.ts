import type { Span } from "../../../ai";

/** A text with every gap as one blank and plain quotation marks, and the way back to the original's offsets. */
export type FlatText = { text: string; spanOf(start: number, end: number): Span };

/** Lines that stand on several pages and numbers of pages are left out, since they cut sentences in two. */
export function flatten(original: string): FlatText {
  const offsets: number[] = [];
  let text = "";
  for (const [start, end] of linesToRead(original))
    for (const match of original.slice(start, end).matchAll(/\s+|\S+/g)) {
      const isGap = /^\s/.test(match[0]);
      if (isGap && text.endsWith(" ")) continue;
      const written = isGap ? " " : match[0].replace(/[“”„«»]/g, '"').replace(/[‘’]/g, "'");
      for (let index = 0; index < written.length; index++)
        offsets.push(start + match.index + index);
      text += written;
    }
  offsets.push(original.length);
  return {
    text,
    spanOf: (start, end) => [offsets[start] ?? 0, (offsets[end - 1] ?? 0) + 1],
  };
}

const REPEATED = 3;
const LONGEST_REPEATED = 160;
const pageNumber =
  /^[-–—\s]*(?:page |seite |p\. )?\d{1,3}(?: (?:of|von|de|\/) ?\d{1,3})?[-–—\s]*$/iu;

function linesToRead(text: string): Span[] {
  const lines = Array.from(text.matchAll(/[^\n]*\n?/g), ({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
    key: line.trim().replace(/\d+/g, "0"),
  }));
  const times = new Map<string, number>();
  for (const { key } of lines) times.set(key, (times.get(key) ?? 0) + 1);
  return lines.flatMap(({ start, end, key }): Span[] => {
    const isRepeated =
      key !== "" &&
      key.length <= LONGEST_REPEATED &&
      key.length > 12 &&
      (times.get(key) ?? 0) >= REPEATED;
    return isRepeated || (pageNumber.test(text.slice(start, end).trim()) && key !== "")
      ? []
      : [[start, end]];
  });
}
