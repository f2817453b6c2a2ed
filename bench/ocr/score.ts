import type { Report } from "../report";
import type { Receipt, TrueLine } from "./truth";

/** The text that a reader found, in order, and each word with the centre of its box in pixels of the image. */
export type Found = {
  text: string;
  words: { text: string; x: number; y: number }[];
  cpuSeconds: number;
  isRefused?: boolean;
};

export type Scores = {
  pages: number;
  refused: number;
  cpuSeconds: number;
  trueWords: number;
  foundWords: number;
  sameWords: number;
  placedWords: number;
  fields: Record<string, { there: number; found: number }>;
};

/**
 * Counts the right words and the fields that were found. White space separates words. They are compared in NFKC and upper case (the
 * truth has no lower case), without punctuation at both ends; punctuation alone is no word.
 *
 * A word is right as often as the truth of its receipt holds it. It is also in its place if its centre is inside the box of a true
 * line that holds it. A field (company, date, address, total) is found if the text has its letters and numbers whole and in order. The
 * order of lines counts; punctuation counts only inside numbers.
 */
export function scoreReceipt(found: Found, { lines, fields }: Receipt): Scores {
  const words = found.words.flatMap(({ text, x, y }) =>
    wordsOf(text).map((word) => ({ word, x, y })),
  );
  const truth = lines.flatMap(({ text }) => wordsOf(text));
  const flat = ` ${tokensOf(found.text)} `;
  return {
    pages: 1,
    refused: found.isRefused ? 1 : 0,
    cpuSeconds: found.cpuSeconds,
    trueWords: truth.length,
    foundWords: words.length,
    sameWords: sameIn(truth, words),
    placedWords: placedIn(lines, words),
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        { there: 1, found: flat.includes(` ${tokensOf(value)} `) ? 1 : 0 },
      ]),
    ),
  };
}

function wordsOf(text: string): string[] {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))
    .filter((word) => word !== "");
}

function tokensOf(text: string): string {
  const tokens = text
    .normalize("NFKC")
    .toUpperCase()
    .match(/\d+(?:[.,:/-]\d+)*|\p{L}+/gu);
  return (tokens ?? []).join(" ");
}

type Seen = { word: string; x: number; y: number };

function sameIn(truth: string[], words: Seen[]): number {
  const left = countsOf(truth);
  return words.filter(({ word }) => take(left, word)).length;
}

function placedIn(lines: TrueLine[], words: Seen[]): number {
  const open = lines.map(({ text, box }) => ({ box, left: countsOf(wordsOf(text)) }));
  return words.filter(({ word, x, y }) =>
    open.some(
      ({ box: [left, top, right, bottom], left: words_ }) =>
        x >= left && x <= right && y >= top && y <= bottom && take(words_, word),
    ),
  ).length;
}

function countsOf(words: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, word: string): boolean {
  const count = counts.get(word) ?? 0;
  if (count > 0) counts.set(word, count - 1);
  return count > 0;
}

export function addScores(a: Scores, b: Scores): Scores {
  const names = new Set([...Object.keys(a.fields), ...Object.keys(b.fields)]);
  const fields = [...names].map((name) => {
    const [x, y] = [a.fields[name], b.fields[name]];
    return [
      name,
      { there: (x?.there ?? 0) + (y?.there ?? 0), found: (x?.found ?? 0) + (y?.found ?? 0) },
    ] as const;
  });
  return {
    pages: a.pages + b.pages,
    refused: a.refused + b.refused,
    cpuSeconds: a.cpuSeconds + b.cpuSeconds,
    trueWords: a.trueWords + b.trueWords,
    foundWords: a.foundWords + b.foundWords,
    sameWords: a.sameWords + b.sameWords,
    placedWords: a.placedWords + b.placedWords,
    fields: Object.fromEntries(fields),
  };
}

/** Shares over all words and fields of all receipts. */
export function scoresReport(name: string, scores: Scores): Report {
  const { sameWords, placedWords, foundWords, trueWords, fields, pages } = scores;
  const all = Object.values(fields);
  const there = all.reduce((sum, field) => sum + field.there, 0);
  const found = all.reduce((sum, field) => sum + field.found, 0);
  const values = {
    word_precision: share(sameWords, foundWords),
    word_recall: share(sameWords, trueWords),
    word_f1: share(2 * sameWords, foundWords + trueWords),
    placed_precision: share(placedWords, foundWords),
    placed_recall: share(placedWords, trueWords),
    ...(there > 0 && { field_recall: share(found, there) }),
    ...Object.fromEntries(
      Object.entries(fields).map(([field, counts]) => [
        `${field}_recall`,
        share(counts.found, counts.there),
      ]),
    ),
    cpu_seconds_per_page: scores.cpuSeconds / pages,
    refused: scores.refused,
  };
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [`${name}_${key}`, value]),
  );
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((10_000 * part) / whole) / 10_000;
}
