import { sentencesOfText } from "@besunny/document-model/sentences";
import type { Span } from "../../ai";
import type { SentenceEncoder } from "../../minilm/sentence-encoder";

/** The most pieces of a passage that are read at once; the title and the model's own marks need room, too. */
const MOST_PIECES = 210;

/** Cuts a passage between sentences into stretches that the model can read whole. */
export function windowsOf(
  text: string,
  { countTokens }: Pick<SentenceEncoder, "countTokens">,
): Span[] {
  if (countTokens(text, MOST_PIECES + 1) <= MOST_PIECES) return [[0, text.length]];
  const windows: Span[] = [];
  let used = 0;
  for (const [start, end] of sentencesOfText(text)) {
    const pieces = countTokens(text.slice(start, end), MOST_PIECES + 1);
    const last = windows.at(-1);
    if (last && used + pieces <= MOST_PIECES) {
      last[1] = end;
      used += pieces;
    } else {
      windows.push([start, end]);
      used = pieces;
    }
  }
  return windows;
}
