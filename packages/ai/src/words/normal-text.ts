const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/gu;
/** Vowel signs of Arabic and Hebrew, which people leave out, and the stroke that lengthens a word. */
const vowelSigns =
  /[\u0591-\u05BD\u05BF-\u05C2\u05C4-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640]/gu;
const marks = /\p{Mn}/gu;
const foldedLetters: readonly [RegExp, string][] = [
  [/ß/gu, "ss"],
  [/æ/gu, "ae"],
  [/œ/gu, "oe"],
  [/ø/gu, "o"],
  [/[đð]/gu, "d"],
  [/ł/gu, "l"],
  [/ı/gu, "i"],
  [/þ/gu, "th"],
];

/**
 * Returns a text in lower case and in one form of each character. Vowel signs of Arabic and Hebrew are left out, because texts with and
 * without them must meet. Those of other scripts tell words apart and stay.
 */
export function normalText(text: string): string {
  return text
    .replace(invisible, "")
    .normalize("NFKC")
    .replace(/\u0E4D\u0E32/gu, "\u0E33")
    .replace(/\u0ECD\u0EB2/gu, "\u0EB3")
    .toLowerCase()
    .replace(vowelSigns, "")
    .replace(/[أإآٱ]/gu, "ا")
    .replace(/[ىی]/gu, "ي")
    .replace(/ک/gu, "ك");
}

/** Returns a word without the accents of Latin, Greek and Cyrillic, so that "Zürich" meets "zurich". */
export function folded(word: string): string {
  if (/^[a-z0-9]+$/u.test(word)) return word;
  if (!/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(word)) return word;
  // The breve of й is part of the letter.
  const plain = word
    .normalize("NFD")
    .replace(/и\u0306/gu, "й")
    .replace(marks, "")
    .normalize("NFC");
  return foldedLetters.reduce(
    (folding, [letter, plainer]) => folding.replace(letter, plainer),
    plain,
  );
}
