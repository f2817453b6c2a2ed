import type { Box, Word } from "@besunny/document-model/parsed-document";
import type { Segment } from "./page-geometry";
import type { PlacedWord } from "./placed-word";

export type LaidText = { text: string; words: Word[] };

/**
 * Joins lines into running text and keeps each word's position in the text. Joins a word that a hyphen splits at a line's end, unless the
 * document spells the word with the hyphen elsewhere. Both halves keep their own box. `breaks` has the words that a line end or a tab comes before.
 */
export function textOfLines(
  lines: Pick<Segment, "words">[],
  vocabulary: Set<string>,
  breaks: ReadonlyMap<PlacedWord, "\n" | "\t"> = new Map(),
): LaidText {
  const words: Word[] = [];
  let text = "";
  for (const [lineIndex, { words: placed }] of lines.entries()) {
    for (const [index, word] of placed.entries()) {
      const isFirstOfLine = index === 0 && lineIndex > 0;
      const mark = breaks.get(word);
      if (mark) text += mark;
      else if (isFirstOfLine && isBroken(text, word, vocabulary)) {
        text = text.slice(0, -1);
        const half = words.at(-1);
        if (half) half[1] = text.length;
      } else if (text !== "" && !isJoined(text, word, isFirstOfLine)) text += " ";
      words.push([text.length, text.length + word.text.length, ...rounded(word.box)]);
      text += word.text;
    }
  }
  return { text, words };
}

/** Returns every word of the document in lower case, to decide if a hyphen belongs to a word. */
export function vocabularyOf(words: Iterable<PlacedWord>): Set<string> {
  const vocabulary = new Set<string>();
  for (const { text } of words)
    if (text.length <= longestWord)
      vocabulary.add(
        /^[a-z]+$/.test(text) ? text : text.toLowerCase().replace(/^\P{L}+|\P{L}+$/gu, ""),
      );
  return vocabulary;
}

const longestWord = 200;
const lastHalf = /(\p{L}{2,})[-\u00ad\u2010]$/u;
const prefixes =
  /^(non|self|co|ex|anti|pre|post|multi|semi|sub|inter|intra|well|so|all|half|cross|long|short|low|high|real|end|on|off|third|first|second)$/i;

function isBroken(text: string, next: PlacedWord, vocabulary: Set<string>): boolean {
  const [, first] = lastHalf.exec(text.slice(-40)) ?? [];
  const [second] = /^\p{Ll}+/u.exec(next.text) ?? [];
  if (!first || !second) return false;
  if (text.endsWith("\u00ad")) return true;
  const [head, tail] = [first.toLowerCase(), second.toLowerCase()];
  if (vocabulary.has(head + tail)) return true;
  return !vocabulary.has(`${head}-${tail}`) && !prefixes.test(head);
}

/** Returns true if no space comes before the word, as in scripts without spaces, also at a line's end. */
function isJoined(text: string, next: PlacedWord, isFirstOfLine: boolean): boolean {
  if (next.isGlued || keepsHyphen(text, next, isFirstOfLine)) return true;
  return isFirstOfLine && sign.test(text.slice(-1)) && sign.test(next.text.slice(0, 1));
}

const sign = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff60]/u;

function keepsHyphen(text: string, next: PlacedWord, isFirstOfLine: boolean): boolean {
  return isFirstOfLine && /\p{L}[-\u2010]$/u.test(text.slice(-3)) && /^\p{L}/u.test(next.text);
}

function rounded(box: Box): Box {
  const [x, y, width, height] = box;
  return [round(x), round(y), round(width), round(height)];
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
