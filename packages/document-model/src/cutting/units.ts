import type { Block, Span } from "../parsed-document";
import { sentencesOfBlock } from "../sentences";
import { countTokens } from "./count-tokens";
import { sizes } from "./sizes";

/** The least that a cut keeps whole: a sentence, a table row, or a piece of one that is too long. */
export type Unit = { span: Span; tokens: number };

/** Returns the units of a block in order. Units without a letter, a digit or a pictograph, such as rules of dashes, are left out. */
export function unitsOf(text: string, block: Block): Unit[] {
  const spans = block.cells ? rowsOf(block) : sentencesOfBlock(text, block);
  return spans
    .filter((span) => saysSomething(text.slice(...span)))
    .flatMap((span) => {
      const tokens = countTokens(text.slice(...span));
      return tokens <= sizes.passage.most ? [{ span, tokens }] : piecesOf(text, span);
    });
}

/** Returns whether a text holds more than signs. */
export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text);
}

const word =
  /\p{L}\p{M}*\p{L}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Returns whether a text holds a word of more than one letter. "- 9 -" and "B-1" hold none. */
export function hasWord(text: string): boolean {
  return word.test(text);
}

function rowsOf({ cells = [] }: Block): Span[] {
  const rows = new Map<number, Span>();
  for (const { row, span } of cells) {
    const whole = rows.get(row);
    if (whole) whole[1] = span[1];
    else rows.set(row, [...span]);
  }
  return [...rows.values()].filter((span) => span[1] > span[0]);
}

/** Cuts an overlong sentence or row between words, and an overlong word between its characters. */
function piecesOf(text: string, [start, end]: Span): Unit[] {
  const pieces: Unit[] = [];
  for (const { 0: word, index } of text
    .slice(start, end)
    .matchAll(/\S{1,200}(?<![\ud800-\udbff])/g)) {
    const span: Span = [start + index, start + index + word.length];
    const tokens = countTokens(word);
    const last = pieces.at(-1);
    if (last && last.tokens + tokens <= sizes.passage.target) {
      last.span[1] = span[1];
      last.tokens += tokens;
    } else pieces.push({ span, tokens });
  }
  return pieces.filter(({ span }) => saysSomething(text.slice(...span)));
}
