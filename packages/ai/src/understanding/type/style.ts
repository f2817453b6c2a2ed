import type { DocumentInput } from "../../ai";
import { foldWords } from "./lexicon/fold-words";
import { type StyleWords, styles, styleWords } from "./style-words";

const CHARACTERS_READ = 24_000;
/** The share of words at which a style's feature is a half. */
const HALF = 0.012;
const HALF_OF_COMMANDS = 0.08;

type Words = Record<keyof StyleWords, ReadonlySet<string>>;
let known: Map<string, Words> | undefined;

/** The names of the features of `styleFeatures`, in order. */
export const styleNames: readonly string[] = [
  ...styles.map((style) => `says "${style}"`),
  "begins with you or we",
  "prose",
  "English",
];

/** Returns who a text speaks to and how, by its language's small words: each feature from 0 to 1. */
export function styleFeatures({ text }: Pick<DocumentInput, "text">): Float32Array {
  const read = text.slice(0, CHARACTERS_READ);
  const words = foldWords(read).map(({ word }) => word);
  const { language, share } = languageOf(words);
  const own = wordsOf(language);
  const of = (style: keyof StyleWords) =>
    words.filter((word) => own[style].has(word)).length / Math.max(1, words.length);
  const first = firstWords(read);
  const begins = (...chosen: (keyof StyleWords)[]) =>
    first.filter((word) => chosen.some((style) => own[style].has(word))).length /
    Math.max(1, first.length);
  const commands = begins("commands");
  return Float32Array.from([
    ...styles.map((style) =>
      style === "commands"
        ? commands / (commands + HALF_OF_COMMANDS)
        : of(style) / (of(style) + HALF),
    ),
    begins("you", "we", "I"),
    Math.min(1, share / 0.4),
    Number(language === "en"),
  ]);
}

/** Returns which of the ten languages a text uses, and which share of its words are that language's most frequent ones. */
export function languageOf(words: readonly string[]): { language: string; share: number } {
  let best = { language: "en", share: 0 };
  for (const language of Object.keys(styleWords)) {
    const { frequent } = wordsOf(language);
    const share = words.filter((word) => frequent.has(word)).length / Math.max(1, words.length);
    if (share > best.share) best = { language, share };
  }
  return best;
}

function setsOf(lists: StyleWords): Words {
  const set = (style: keyof StyleWords) => new Set(lists[style].split(" "));
  return {
    frequent: set("frequent"),
    I: set("I"),
    you: set("you"),
    we: set("we"),
    others: set("others"),
    must: set("must"),
    may: set("may"),
    will: set("will"),
    was: set("was"),
    says: set("says"),
    commands: set("commands"),
  };
}

function wordsOf(language: string): Words {
  known ??= new Map(Object.entries(styleWords).map(([name, lists]) => [name, setsOf(lists)]));
  const found = known.get(language);
  if (!found) throw new Error(`No words of the language ${language}`);
  return found;
}

/** The words that begin lines and sentences, without numbers and marks before them. */
function firstWords(text: string): string[] {
  const beginnings = text.matchAll(/(?:^|[.!?:]\s)[^\p{L}\n]*(\p{L}+)/gmu);
  return Array.from(beginnings, ([, word]) => foldWords(word ?? "")[0]?.word ?? "");
}
