import type { Span } from "../ai";

const LONG = 240;
const NUMBERING = /^(?:\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.)]\s+|\d+(?:\.\d+)+\s+|[-–•*▪]\s+)+/i;
const BOUND = /;\s|\n+|\s[–—]\s|\s\|\s/g;

/** Returns the part of a sentence that is shown, without the number of its clause. Of a long one, it is the part between semicolons, dashes or lines that holds the answer. */
export function shownSpan(text: string, sentence: Span, answer: Span): Span {
  const number = NUMBERING.exec(text.slice(...sentence))?.[0].length ?? 0;
  const start = Math.min(sentence[0] + number, Math.max(sentence[0], answer[0]));
  const end = sentence[1];
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
