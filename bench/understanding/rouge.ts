import { stemmer } from "stemmer";

/** ROUGE-1 and ROUGE-2 (F1) of a summary against a reference, by Porter stems, from 0 to 1. */
export function rouge(summary: string, reference: string): { one: number; two: number } {
  const [given, wanted] = [stemsOf(summary), stemsOf(reference)];
  return { one: overlap(given, wanted), two: overlap(pairs(given), pairs(wanted)) };
}

function stemsOf(text: string): string[] {
  return (text.toLowerCase().match(/[a-z0-9]+|[^\P{L}a-z]+/gu) ?? []).map(stemmer);
}

function pairs(words: readonly string[]): string[] {
  return words.slice(1).map((word, at) => `${words[at]} ${word}`);
}

function overlap(given: readonly string[], wanted: readonly string[]): number {
  const left = new Map<string, number>();
  for (const each of wanted) left.set(each, (left.get(each) ?? 0) + 1);
  let shared = 0;
  for (const each of given) {
    const times = left.get(each) ?? 0;
    if (times === 0) continue;
    shared += 1;
    left.set(each, times - 1);
  }
  return (2 * shared) / Math.max(1, given.length + wanted.length);
}
