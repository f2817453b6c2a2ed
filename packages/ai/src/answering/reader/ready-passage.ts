import { sentencesOfText } from "@besunny/document-model/sentences";
import type { Span } from "../../ai";
import type { WordPieces } from "../../minilm/word-pieces";
import type { ReadyPassage } from "./token-features";

const LONGEST_TITLE = 120;

/** The text as the reader sees it: the title on a line of its own, then the passage, which begins at `from`. */
export function withTitle(title: string, passage: string): { text: string; from: number } {
  const own = title.slice(0, LONGEST_TITLE).trim();
  return own === ""
    ? { text: passage, from: 0 }
    : { text: `${own}\n${passage}`, from: own.length + 1 };
}

/** Finds pieces and sentences of a passage. */
export function readyPassage(
  { text, from }: { text: string; from: number },
  tokens: ReturnType<WordPieces>,
): ReadyPassage {
  const sentences = sentencesOfText(text.slice(from)).map(
    ([start, end]): Span => [start + from, end + from],
  );
  return { text, tokens, sentences, from };
}
