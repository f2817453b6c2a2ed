/** A word of a text as names are compared: in small letters, without accents. */
export type FoldedWord = { folded: string; start: number; end: number; isCapital: boolean };

// "KovácsContract" is two words, and so is "kovacs2": file names are written like this.
const word =
  /\p{Lu}+(?!\p{Ll})[\p{M}\u00ad]*|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}\u00ad]+|\p{Lu}|\p{N}+/gu;
const broken = /^[-\u00ad‐]\s*\n\s*$/u;
const letters: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
};

/** Returns the words of a text. A word that is broken at the end of a line is one word, as well as its two parts. */
export function foldedWords(text: string): {
  words: FoldedWord[];
  joined: Map<number, FoldedWord>;
} {
  const words = [...text.matchAll(word)].map((match) => ({
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
    isCapital: /^\p{Lu}/u.test(match[0]),
  }));
  const joined = new Map<number, FoldedWord>();
  for (const [at, first] of words.entries()) {
    const second = words[at + 1];
    if (!second || !broken.test(text.slice(first.end, second.start))) continue;
    joined.set(at, { ...first, folded: first.folded + second.folded, end: second.end });
  }
  return { words, joined };
}

/** Returns the words of a name, folded. */
export function foldedName(name: string): string[] {
  return foldedWords(name).words.map(({ folded }) => folded);
}

/** Returns a word in small letters, without accents and without signs that only break it. "Müller" and "Mueller" are the same. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("\u00ad", "")
    .replace(/[ßæœøłđı]/g, (letter) => letters[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(?<=[aou])e/g, "");
}
