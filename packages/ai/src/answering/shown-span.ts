import type { Span } from "../ai";

const LONG = 240;
const BOUND = /;\s|\n+|\s[–—]\s|\s\|\s/g;

/** Returns the part of a sentence that is shown. Of a long one, it is the part between semicolons, dashes or lines that holds the answer. */
export function shownSpan(text: string, [start, end]: Span, answer: Span): Span {
  if (end - start <= LONG) return [start, end];
  let [from, to] = [start, end];
  for (const { index, 0: bound } of text.slice(start, end).matchAll(BOUND)) {
    const [before, after] = [start + index, start + index + bound.length];
    if (after <= answer[0]) from = after;
    else if (before >= answer[1]) {
      to = before;
      break;
    }
  }
  return [from, to];
}
