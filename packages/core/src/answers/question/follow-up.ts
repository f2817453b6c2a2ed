import { fold, wordsOf } from "./words";

const opens =
  /^(?:and|but|so|then|also|or|und|aber|oder|dann|et|mais|alors|ou|y|pero|o)\b[\s,]*|^(?:what|how) about\b|^(?:was ist mit|wie ist es mit|wie steht es mit|et pour|qu'en est-il|que hay de|que pasa con)\b/;
const points =
  /\b(?:it|its|they|them|their|he|him|his|she|her|hers|that one|this one|the same|there|er|sie|ihn|ihm|ihr|ihre|ihren|dessen|deren|davon|dafur|dort|dieser|dieses|il|elle|ils|elles|celui-ci|celle-ci|en|y|esto|ese|esa|ella|ellos|alli)\b/;

/** The way in which a question goes on: it opens with "and", or it points to what was named before. */
export type Link = "opens" | "points" | null;

/** Returns how a question refers to the conversation; null if it does not. */
export function linkOf(question: string): Link {
  const folded = fold(question.trim());
  if (opens.test(folded)) return "opens";
  return points.test(folded) ? "points" : null;
}

/** Returns the question without the words by which it goes on: "and in 2025?" becomes "in 2025?". */
export function withoutOpening(question: string): string {
  const trimmed = question.trim();
  const match = opens.exec(fold(trimmed));
  return match ? trimmed.slice(match[0].length).trim() || trimmed : trimmed;
}

/** Returns whether a question is a few words without a verb, which put something else into the question before. */
export function isElliptic(question: string): boolean {
  const words = wordsOf(withoutOpening(question));
  return words.length <= 5 && !words.some((word) => asking.has(word));
}

const asking = new Set(
  "who what when where why how which whose is are was were do does did can could may must should will wer was wann wo warum wie welche welcher welches ist sind war kann darf muss qui que quoi quand comment pourquoi combien quel quelle est sont peut quien cuando donde como cuanto cual es son puede".split(
    " ",
  ),
);
