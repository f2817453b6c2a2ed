import type { Span } from "../ai";
import { fold } from "./languages/gloss";

/** Marks of a value that was left out or blacked out. */
const blank =
  /\[\s*(?:\*+|[•●…]|\.{2,}|_+|x{2,}|redacted|omitted|confidential|blank|tbd|geschwärzt|caviardé|censurado)\s*\]|\*{3,}|_{3,}|\.{6,}|█+|<\s*(?:redacted|omitted)\s*>/giu;
const NEAR = 3;

/**
 * Returns whether a sentence leaves its value blank. Then the answer is a blank, or the rest holds nothing of the kind that was asked for.
 */
export function isLeftBlank(
  text: string,
  sentence: Span,
  answer: Span,
  looks: RegExp | null,
): boolean {
  const said = text.slice(...sentence);
  const blanks = [...said.matchAll(blank)].map(
    ({ index, 0: mark }): Span => [sentence[0] + index, sentence[0] + index + mark.length],
  );
  if (blanks.length === 0) return false;
  const isIn = blanks.some(([from, to]) => from < answer[1] + NEAR && to > answer[0] - NEAR);
  return isIn || (looks !== null && fold(said.replaceAll(blank, " ")).search(looks) < 0);
}
