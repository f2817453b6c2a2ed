import type { Span } from "../../ai";
import { stopWordsOf } from "./stop-words";

const MOST_WORDS = 4;
const LEAST_LETTERS = 4;

/** Prepositions that join two nouns of one phrase: "contrat de bail". */
const joints: Readonly<Record<string, RegExp>> = {
  ca: /^(?:de|del|dels|d)$/,
  es: /^(?:de|del)$/,
  fr: /^(?:de|du|des|d)$/,
  gl: /^(?:de|do|da|dos|das)$/,
  it: /^(?:di|del|dello|della|dei|degli|delle|dell|d)$/,
  nl: /^van$/,
  pt: /^(?:de|do|da|dos|das)$/,
  ro: /^de$/,
};

type Word = { span: Span; text: string; kind: "content" | "joint" | "stop"; isFirst: boolean };

/**
 * Returns the spans of what is likely a noun phrase of a language without a tagger: runs of words between the commonest ones and signs. A run
 * counts if it is repeated, if it is a name with capitals or if a preposition joins its two nouns. A German phrase ends in a noun, which has a
 * capital. `sentences` are spans of `text`.
 */
export function phraseRuns(text: string, sentences: readonly Span[], code: string): Span[] {
  const clauses = sentences.flatMap((sentence) => clausesOf(text, sentence, code));
  const runs = clauses.flatMap(betweenStops).flatMap(code === "de" ? germanPhrases : subRuns);
  const times = new Map<string, number>();
  for (const run of runs) times.set(keyOf(run), (times.get(keyOf(run)) ?? 0) + 1);
  return runs
    .filter((run) => isTelling(run, times.get(keyOf(run)) ?? 0, code))
    .map((run) => [run[0]?.span[0] ?? 0, run.at(-1)?.span[1] ?? 0]);
}

/** Returns the words between signs that part clauses. */
function clausesOf(text: string, [from, to]: Span, code: string): Word[][] {
  const stops = stopWordsOf(code);
  const joint = joints[code];
  const found: Word[][] = [[]];
  let end = from;
  for (const match of text
    .slice(from, to)
    .matchAll(/\p{L}[\p{L}\p{M}\p{N}]*(?:[-‐][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu)) {
    const start = from + match.index;
    if (!/^[\s'’]*$/u.test(text.slice(end, start)) && end > from) found.push([]);
    const lower = match[0].toLowerCase();
    const isShort = match[0].length < (/^\p{Lu}/u.test(match[0]) ? 2 : LEAST_LETTERS);
    const isStop = stops.has(lower) || isShort;
    const kind = joint?.test(lower) ? "joint" : isStop ? "stop" : "content";
    const isFirst = end === from;
    end = start + match[0].length;
    found.at(-1)?.push({ span: [start, end], text: match[0], kind, isFirst });
  }
  return found;
}

function betweenStops(words: readonly Word[]): Word[][] {
  const parts: Word[][] = [[]];
  for (const word of words) {
    if (word.kind === "stop") parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.filter((part) => part.length > 0);
}

/** Returns all runs that begin and end with a content word. */
function subRuns(words: readonly Word[]): Word[][] {
  return words.flatMap((word, start) =>
    word.kind !== "content"
      ? []
      : Array.from({ length: MOST_WORDS }, (_, more) =>
          words.slice(start, start + more + 1),
        ).filter((run, more) => run.length === more + 1 && run.at(-1)?.kind === "content"),
  );
}

/** A noun has a capital. Words before it in lower case are adjectives if they end like one. */
function germanPhrases(words: readonly Word[]): Word[][] {
  return words.flatMap((word, at) => {
    if (!isCapital(word)) return [];
    const found = [[word]];
    for (let start = at - 1; start >= 0 && at - start < MOST_WORDS; start -= 1) {
      const before = words[start];
      const next = words[start + 1];
      if (!before) break;
      const isAdjective = /^\p{Ll}.*e[nmrs]?$/u.test(before.text);
      if (!isCapital(before) && !(isAdjective && next)) break;
      found.push(words.slice(start, at + 1));
    }
    return found;
  });
}

function isTelling(run: readonly Word[], times: number, code: string): boolean {
  if (times > 1 || code === "de") return true;
  const [first, second, third] = run;
  if (run.every((word) => word.kind === "joint" || isCapital(word)))
    return run.length > 1 || first?.isFirst === false;
  return run.length === 3 && second?.kind === "joint" && !isCapital(first) && !isCapital(third);
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.text);
}

function keyOf(run: readonly Word[]): string {
  return run.map(({ text }) => text.toLowerCase()).join(" ");
}
