import { printQuery } from "./print-query";
import type { Part } from "./query";

/** The words of a search, with the rest of the query as conditions on documents. */
export type SearchWords = {
  /** All words that are wanted, in their order. */
  text: string;
  /** Texts that a passage must hold word by word. */
  phrases: string[];
  /** Words and phrases that a passage must not hold. */
  without: string[];
  /** The conditions on documents, without the words. */
  conditions: Part[];
};

/** Splits a query for a search: words and phrases find passages, conditions choose documents. */
export function searchWordsOf(parts: readonly Part[]): SearchWords {
  const words: SearchWords = { text: "", phrases: [], without: [], conditions: [] };
  const wanted: string[] = [];
  for (const part of parts) {
    const conditions = conditionsOf(part);
    if (conditions) words.conditions.push(conditions);
    if (part.kind === "phrase") words.phrases.push(part.text);
    if (part.kind === "not") words.without.push(...refusedBy(part.of));
    else wanted.push(...wordsIn(part));
  }
  return { ...words, text: wanted.join(" ") };
}

/** Returns the query without its conditions, as text. */
export function wordsOnly(parts: readonly Part[]): string {
  return printQuery(parts.filter((part) => !conditionsOf(part)));
}

/**
 * Returns the part without words; null if none is left. A choice between a word and a condition is no condition: it holds where the word
 * is, which only the passages know.
 */
function conditionsOf(part: Part): Part | null {
  if (part.kind === "condition") return part;
  if (part.kind === "not") {
    const of = conditionsOf(part.of);
    return of && isPure(part.of) ? { kind: "not", of } : null;
  }
  if (part.kind === "any") return isPure(part) ? part : null;
  if (part.kind !== "all") return null;
  const of = part.of.flatMap((each) => conditionsOf(each) ?? []);
  return of.length > 1 ? { kind: "all", of } : (of[0] ?? null);
}

function isPure(part: Part): boolean {
  if (part.kind === "any" || part.kind === "all") return part.of.every(isPure);
  return part.kind === "not" ? isPure(part.of) : part.kind === "condition";
}

function wordsIn(part: Part): string[] {
  if (part.kind === "word" || part.kind === "phrase") return [part.text];
  return part.kind === "any" || part.kind === "all" ? part.of.flatMap(wordsIn) : [];
}

/** "not (a or b)" refuses both; "not (a and b)" refuses neither alone. */
function refusedBy(part: Part): string[] {
  if (part.kind === "word" || part.kind === "phrase") return [part.text];
  return part.kind === "any" ? part.of.flatMap(refusedBy) : [];
}
