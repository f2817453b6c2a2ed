/** Characters of a text whose words are counted. */
export const CHARACTERS_READ = 24_000;
const WORDS = /\p{L}[\p{L}\p{M}]*|\p{N}+/gu;

/** The words and pairs of words of a text, as hashes in ascending order, with 1 + ln(count) each. */
export type CountedWords = { hashes: Uint32Array; weights: Float32Array };

/** Counts the words and pairs of words of a text. Figures of one length are alike, because they change from document to document. */
export function countWords(text: string): CountedWords {
  const counts = new Map<number, number>();
  let before = 0;
  for (const [written] of text.slice(0, CHARACTERS_READ).toLowerCase().matchAll(WORDS)) {
    const word = /^\p{N}/u.test(written) ? "0".repeat(Math.min(4, written.length)) : written;
    const hash = hashOf(word);
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
    if (before !== 0) {
      const pair = (Math.imul(before, 0x9e3779b1) ^ hash) >>> 0;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    before = hash;
  }
  const hashes = Uint32Array.from(counts.keys()).sort();
  return {
    hashes,
    weights: Float32Array.from(hashes, (hash) => 1 + Math.log(counts.get(hash) ?? 1)),
  };
}

/** The 32-bit FNV-1a hash. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++)
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
