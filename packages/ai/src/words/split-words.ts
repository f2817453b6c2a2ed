import { normalText } from "./normal-text";

/**
 * The words of a text in reading order, and further forms that the text is found by. Forms are identifiers as a whole, words of scripts
 * without spaces and single Chinese characters.
 */
export type SplitText = { words: string[]; forms: string[] };

const unspaced =
  "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]";
const letter = `(?:(?!${unspaced})[\\p{L}\\p{N}]\\p{M}*)`;
const piece = new RegExp(
  `(?<run>(?:${unspaced}\\p{M}*)+)|(?<token>${letter}+(?:(?:[-‐‑._/@&'’:]|(?<=\\p{N}),(?=\\p{N}))${letter}+)*(?:\\+\\+|#)?)`,
  "gu",
);
const character = new RegExp(`${unspaced}\\p{M}*`, "gu");
const part = new RegExp(`${letter}+`, "gu");
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const LONGEST_WORD = 64;
const LONGEST_ELISION = 2;

/** Splits a text into words of every script. In scripts without spaces, each pair of neighbouring characters is a word. */
export function splitWords(text: string): SplitText {
  const split: SplitText = { words: [], forms: [] };
  for (const { groups } of normalText(text).matchAll(piece)) {
    if (groups?.run) addRun(split, groups.run);
    else if (groups?.token) addToken(split, groups.token);
  }
  return split;
}

/** Returns whether a word is of a script whose words have no spaces between them. */
export function isUnspaced(word: string): boolean {
  return unspacedStart.test(word);
}

const unspacedStart = new RegExp(`^${unspaced}`, "u");

function addRun({ words, forms }: SplitText, run: string): void {
  const characters = run.match(character) ?? [];
  words.push(...(characters.length === 1 ? characters : pairs(characters)));
  if (characters.length === 1) return;
  forms.push(...characters.filter((each) => /\p{Script=Han}/u.test(each)));
  for (const { segment, isWordLike } of segmenter.segment(run))
    if (isWordLike && (segment.match(character) ?? []).length > 2)
      forms.push(segment.slice(0, LONGEST_WORD));
}

function addToken({ words, forms }: SplitText, token: string): void {
  const parts = withoutElisions(token);
  for (const each of parts) {
    words.push(each.slice(0, LONGEST_WORD));
    const characters = [...each];
    if (/^\p{Script=Hangul}+$/u.test(each) && characters.length > 2)
      forms.push(...pairs(characters));
  }
  const whole = wholeOf(token);
  if (whole !== null && !(parts.length === 1 && parts[0] === whole))
    forms.push(whole.slice(0, LONGEST_WORD));
}

/** Returns the parts of a token, without the article of "l'acte" and the ending of "tenant's". */
function withoutElisions(token: string): string[] {
  const parts: string[] = [];
  for (const stretch of token.split(/['’]/u)) parts.push(...(stretch.match(part) ?? []));
  if (!/['’]/u.test(token)) return parts;
  const long = parts.filter((each) => [...each].length > LONGEST_ELISION);
  return long.length > 0 ? long : parts;
}

/** Returns an identifier, number or address in one form: "INV-0024" and "INV0024" are one. Null for alternatives such as "and/or". */
function wholeOf(token: string): string | null {
  if (/['’]/u.test(token)) return null;
  if (/[/:]/u.test(token) && !/\p{N}/u.test(token)) return null;
  const whole = token.replace(/[-‐‑_/:]/gu, "");
  return whole === "" ? null : whole;
}

function pairs(characters: readonly string[]): string[] {
  return characters.slice(1).map((each, index) => `${characters[index]}${each}`);
}
