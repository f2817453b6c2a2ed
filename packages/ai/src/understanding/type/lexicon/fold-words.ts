/** A word without case and marks, with its place in the text. */
export type FoldedWord = { word: string; start: number; end: number };

const LETTERS: Record<string, string> = {
  ß: "ss",
  ø: "o",
  æ: "ae",
  ł: "l",
  đ: "d",
  œ: "oe",
  ı: "i",
};

/** Returns the words of a text: runs of letters and digits, and `#`, which means "number". */
export function foldWords(text: string, from = 0): FoldedWord[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+|#/gu), ({ 0: word, index }) => ({
    word: fold(word),
    start: from + index,
    end: from + index + word.length,
  }));
}

function fold(word: string): string {
  const small = word.toLowerCase();
  if (/^[a-z0-9#]*$/.test(small)) return small;
  return small
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßøæłđœı]/gu, (letter) => LETTERS[letter] ?? letter);
}
