export type Window = { offset: number; text: string };

/** Longer than any phrase that is searched for, and short enough that no pattern takes long on any text. */
const LONGEST = 500;
const LONGEST_WORD = 48;

/** Splits a text into lines, and long lines into pieces that end between words. Their offsets are in the text. */
export function windows(text: string, wanted: RegExp = /\S/u): Window[] {
  const found: Window[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const line = newline < 0 ? text.length : newline;
    const end = line - start <= LONGEST ? line : endOfWord(text, start);
    const piece = text.slice(start, end);
    if (wanted.test(piece)) found.push({ offset: start, text: piece });
    start = end === line ? line + 1 : end;
  }
  return found;
}

/** Returns a text of the same length, with blanks for addresses and for runs too long to be words. */
export function blankLongWords(text: string): string {
  return text
    .replace(/\S{49,}/gu, (word) => (isUnspaced(word) ? word : " ".repeat(word.length)))
    .replace(/\S{0,48}(?:@|:\/\/)\S{0,48}/gu, (word) => " ".repeat(word.length));
}

/** Returns the same text, with a space inside every run that is too long to be a word. */
export function breakLongWords(text: string): string {
  return text.replace(new RegExp(`\\S{${LONGEST_WORD}}(?=\\S)`, "gu"), "$& ");
}

function isUnspaced(word: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{P}]+$/u.test(
    word,
  );
}

function endOfWord(text: string, start: number): number {
  const space = text.lastIndexOf(" ", start + LONGEST);
  return space > start + LONGEST / 2 ? space : start + LONGEST;
}
