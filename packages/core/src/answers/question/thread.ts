import { daysIn } from "./dates";
import { askedOtherwise, asksBarely, isElliptic, linkOf, withoutOpening } from "./follow-up";

type Said = { question: string; documentIds: readonly string[] };

/** A conversation before its next question. */
export type Thread = {
  /** The last question, with what it left out. */
  question: string;
  /** The last question that needs no other. */
  opening: string;
  /** The documents that it is about, in the order of the last answer that has any. */
  documentIds: string[];
  /** These and those of earlier answers, each once, in the order in which they were named. */
  named: string[];
};

/** Reads the turns of a conversation, the oldest first; null if there are none. */
export function threadOf(history: readonly Said[], now: Date): Thread | null {
  const [first, ...others] = history;
  if (!first) return null;
  let [question, opening] = [first.question, first.question];
  for (const turn of others) {
    if (linkOf(turn.question) === null && !asksBarely(turn.question)) opening = turn.question;
    question = joinedTo(question, turn.question, now);
  }
  const last = history.findLast(({ documentIds }) => documentIds.length > 0);
  return {
    question,
    opening,
    documentIds: [...new Set(last?.documentIds ?? [])],
    named: [...new Set(history.flatMap(({ documentIds }) => documentIds))],
  };
}

/** Returns a question with what it takes from the one before. "And in 2025?" takes all but the days. */
export function joinedTo(before: string, said: string, now: Date): string {
  if (asksBarely(said)) return askedOtherwise(before, said);
  if (linkOf(said) === null || !isElliptic(said)) return said;
  const own = withoutOpening(said);
  const [days, earlier] = [daysIn(own, now), daysIn(before, now)];
  if (!days || !earlier) return `${withoutEnd(before)} ${own}`;
  const place = placeOfWords(before, earlier.words);
  if (!place) return `${withoutEnd(before)} ${own}`;
  const newDays = placeOfWords(own, days.words);
  const instead = newDays ? own.slice(...newDays) : own;
  return `${before.slice(0, place[0])}${instead}${before.slice(place[1])}`;
}

/** Returns where words stand one after the other; null if they do not. */
function placeOfWords(text: string, words: readonly string[]): [number, number] | null {
  const pattern = words
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("[^\\p{L}\\p{N}]+");
  const match = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, "iu").exec(text);
  return match ? [match.index, match.index + match[0].length] : null;
}

/** Returns a question in which other names stand in place of some: "for Jane Doe" becomes "for Alex Williams". */
export function withNames(before: string, dropped: readonly string[], names: string): string {
  const words = [...before.matchAll(/[\p{L}\p{N}]+/gu)];
  const gone = words.filter(([word]) => dropped.includes(word.toLowerCase()));
  const [first] = gone;
  if (!first) return `${withoutEnd(before)} ${names}`;
  let text = before;
  for (const { index, 0: word } of gone.slice(1).reverse())
    text = `${text.slice(0, index)}${text.slice(index + word.length)}`;
  const own = names
    .replace(/[?!.\s]+$/, "")
    .replace(/^(?:for|fur|für|pour|para|von|of|de|the|der|die|das|le|la|el)\s+/i, "");
  return `${text.slice(0, first.index)}${own}${text.slice(first.index + first[0].length)}`
    .replaceAll(/\s+/g, " ")
    .replace(/(?<=\S)\s(?=[?!.]$)/, before.includes(" ?") ? " " : "");
}

function withoutEnd(question: string): string {
  return question.trim().replace(/[?.!\s]+$/, "");
}
