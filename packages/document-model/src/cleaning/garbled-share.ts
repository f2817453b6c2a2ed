const leastWords = 20;

/**
 * Returns the share of words in Latin letters that are no language, 0 to 1. Such a word has no vowel, one letter three times in a row, or
 * characters without a meaning. It may also have capitals or signs among its letters. Words in Arabic letters are judged by letters that stand
 * three times in a row. The share is 0 if there are too few words to judge, and for texts that are mostly of other scripts or numbers.
 */
export function garbledShare(text: string): number {
  const words = text.slice(0, 20_000).match(/\S+/g) ?? [];
  const arabic = garbledArabic(words);
  if (arabic > 0) return arabic;
  const found = { fine: 0, bad: 0, shouted: 0 };
  for (const word of words) {
    const kind = isOrdinary(word) ? "fine" : kindOf(bareOf(word), word);
    if (kind) found[kind] += 1;
  }
  const judged = found.fine + found.bad + found.shouted;
  if (judged < leastWords || judged < words.length * 0.4) return 0;
  // Abbreviations in capitals have no vowels either, but no text is made of them.
  const shouted = found.shouted > 0.25 * judged ? found.shouted : 0;
  return (found.bad + shouted) / judged;
}

const mostArabic = 0.05;

/**
 * A wrong font often turns the strokes that lengthen Arabic words into a letter, several times in a row. No text has many such words, and where
 * some are seen, others are wrong unseen: the share is at least a half.
 */
function garbledArabic(words: readonly string[]): number {
  const arabic = words.filter((word) => /\p{Script=Arabic}{2}/u.test(word));
  if (arabic.length < leastWords || arabic.length * 2 < words.length) return 0;
  const bad = arabic.filter((word) => /([\u0621-\u063a\u0641-\u064a])\1\1/.test(word)).length;
  const share = bad / arabic.length;
  return share > mostArabic ? Math.max(0.5, share) : 0;
}

/** Returns true for most words of a text, for which the slow look at each letter can be spared. */
function isOrdinary(word: string): boolean {
  return (
    /^[("]?[A-Z]?[a-z]{3,39}[.,;:)"]?$/.test(word) && /[aeiouy]/.test(word) && !triple.test(word)
  );
}

const triple = /([a-z])\1\1/i;

function bareOf(word: string): string {
  return word.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, "");
}

function kindOf(bare: string, whole: string): "fine" | "bad" | "shouted" | null {
  if (/[\ufffd\ue000-\uf8ff]/.test(whole)) return "bad";
  if (/:\/\/|@|www\./.test(whole)) return null;
  if (/[\p{L}\d][#$%&*+<=>?[\]^|{}~\\;!"]+[\p{L}\d]/u.test(bare)) return "bad";
  const letters = bare.normalize("NFD").replace(/[\p{M}'’\-‐.]/gu, "");
  if (!/^\p{Script=Latin}{3,40}$/u.test(letters)) return null;
  if (!/[aeiouyæœøıəɛɔ]/i.test(letters))
    return letters === letters.toUpperCase() ? "shouted" : "bad";
  if (
    letters !== letters.toUpperCase() &&
    /^\p{Ll}{1,2}\p{Lu}|\p{Ll}\p{Lu}\p{Ll}*\p{Lu}/u.test(letters)
  )
    return "bad";
  return triple.test(letters) ? "bad" : "fine";
}
