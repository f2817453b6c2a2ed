export type Window = { offset: number; text: string };

/** Longer than what is looked for ever is; short enough that no pattern takes long, whatever stands in it. */
const LONGEST = 500;
const LONGEST_WORD = 48;

/** A text line by line; long lines in pieces that end between words. Their offsets are in the text. */
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

/** The same text, as long as before, with blanks for what is too long to be a word, and for addresses. */
export function blankLongWords(text: string): string {
  return text
    .replace(/\S{49,}/gu, (word) => (isUnspaced(word) ? word : " ".repeat(word.length)))
    .replace(/\S{0,48}(?:@|:\/\/)\S{0,48}/gu, (word) => " ".repeat(word.length));
}

/** The same words, with a space wherever one would be longer than words are. */
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
