import type { Span } from "../ai";
import { fold } from "./languages/gloss";

/** What stands in a text where a value was left out or blacked out. */
const blank =
  /\[\s*(?:\*+|[•●…]|\.{2,}|_+|x{2,}|redacted|omitted|confidential|blank|tbd|geschwärzt|caviardé|censurado)\s*\]|\*{3,}|_{3,}|\.{6,}|█+|<\s*(?:redacted|omitted)\s*>/giu;
const NEAR = 3;

/** Returns whether the value that a sentence should state is left blank: the answer is a blank, or nothing of the kind that was asked for is left. */
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
