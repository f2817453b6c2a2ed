/** Words of a turn, at `start` of the document's text. */
export type SaidTurn = { number: number; start: number; text: string };

/** A document by its title. */
export type Titled = { id: string; title: string; isNear: boolean };

/** A document that the talk names, with the sentence that does so. `start` is its place in the document's text. */
export type NamedInTalk = {
  documentId: string;
  confidence: number;
  turn: number;
  quote: string;
  start: number;
};

const SURE = { title: 0.9, number: 0.85, beginning: 0.65 } as const;
const LEAST_WORDS = 2;
const LEAST_LETTERS = 9;
const LONGEST_QUOTE = 300;

const common = new Set(
  (
    "a an and at by for from in no nr of on or our the to und der die das den dem des ein eine im in von vom zu zur zum für mit auf nr am " +
    "copy final draft new version kopie entwurf neu meeting call weekly notes transcript besprechung treffen protokoll document dokument file datei scan"
  ).split(" "),
);

type Word = { text: string; start: number; end: number };

/**
 * Finds the documents that a meeting names: by the words of the title one after another, or by a number in it such as RE-30455. In the same
 * project the first words of a title are enough, if no other document begins with them. Titles of one plain word name nothing.
 */
export function namedInTalk(turns: readonly SaidTurn[], titled: readonly Titled[]): NamedInTalk[] {
  const said = turns.map((turn) => ({ turn, words: wordsOf(turn.text) }));
  const beginnings = countsOf(titled.map(({ title }) => beginningOf(title).join(" ")));
  const titles = countsOf(titled.map(({ title }) => distinctive(title).join(" ")));
  return titled.flatMap(({ id, title, isNear }) => {
    const words = distinctive(title);
    const beginning = beginningOf(title);
    const found =
      (titles.get(words.join(" ")) === 1 && isDistinctive(words)
        ? placeOf(words, said, SURE.title)
        : null) ??
      numbersIn(title).reduce<Place | null>(
        (first, number) => first ?? placeOf(number, said, SURE.number),
        null,
      ) ??
      (isNear && isDistinctive(beginning) && beginnings.get(beginning.join(" ")) === 1
        ? placeOf(beginning, said, SURE.beginning)
        : null);
    return found ? [{ documentId: id, ...found }] : [];
  });
}

type Place = Omit<NamedInTalk, "documentId">;

function placeOf(
  wanted: readonly string[],
  said: readonly { turn: SaidTurn; words: Word[] }[],
  confidence: number,
): Place | null {
  for (const { turn, words } of said) {
    const told = words.filter(({ text }) => !common.has(text));
    const at = told.findIndex((_, index) =>
      wanted.every((word, place) => told[index + place]?.text === word),
    );
    const [first, last] = [told[at], told[at + wanted.length - 1]];
    if (at < 0 || !first || !last) continue;
    const [from, to] = sentenceAround(turn.text, first.start, last.end);
    return {
      confidence,
      turn: turn.number,
      quote: turn.text.slice(from, to),
      start: turn.start + from,
    };
  }
  return null;
}

/** Returns the sentence that holds a place; the place itself where the sentence is very long. */
function sentenceAround(text: string, start: number, end: number): [number, number] {
  const before = [...text.slice(0, start).matchAll(/[.!?…]["”»)]?\s+/gu)].at(-1);
  const from = before ? before.index + before[0].length : 0;
  const after = /[.!?…](?=\s|$)/u.exec(text.slice(end));
  const to = after ? end + after.index + after[0].length : text.length;
  return to - from <= LONGEST_QUOTE ? [from, to] : [start, end];
}

/** The words of a title that are not in most titles, without the days in it. */
function distinctive(title: string): string[] {
  const bare = title.replace(/\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}\.\d{1,2}\.(?:\d{2,4})?/g, " ");
  return wordsOf(bare)
    .map(({ text }) => text)
    .filter((word) => !common.has(word));
}

/** The words of a title before its first number, comma or colon. */
function beginningOf(title: string): string[] {
  const [head = ""] = title.split(/[,:;–—(\d]|\s-\s|\bQ\d/u);
  return distinctive(head);
}

/** The numbers of a title that name one thing, such as RE-30455, as words. */
function numbersIn(title: string): string[][] {
  const found = title.match(/\p{Lu}{1,4}-?\d{2,}(?:-\d+)*/gu) ?? [];
  return found
    .filter((each) => each.length > 4)
    .map((each) => wordsOf(each).map(({ text }) => text));
}

function isDistinctive(words: readonly string[]): boolean {
  const spoken = words.filter((word) => !/^\d+$/.test(word));
  return spoken.length >= LEAST_WORDS && spoken.join("").length >= LEAST_LETTERS;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    text: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
