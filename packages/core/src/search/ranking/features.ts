import { type AskedWord, folded, matcherOf } from "./asked-words";

/** A passage that the index found, with what people see of it. */
export type Candidate = {
  title: string;
  headingPath: readonly string[];
  text: string;
  score: number;
  why: { dense: number | null; lexical: number | null };
};

/** Shares are of the weight of the query's words, which is greater for words that few candidates hold. */
export type Features = {
  /** The share of the words that the text itself holds. */
  inText: number;
  /** The share that only the title or a heading holds. */
  onlyAbove: number;
  /** The share that neither holds. */
  missing: number;
  /** The share of neighbours in the query that are neighbours in the text too. */
  inOrder: number;
  /** The number of words of the query that tell something. */
  informative: number;
  /** The words of the query that the text, or else a heading, holds. */
  words: { text: string[]; above: string[] };
};

/** Further passages without any of the words are assumed. Otherwise one missing word would outweigh all others among few candidates. */
const OTHERS = 20;
/** Neighbours may have a hyphen or a quote between them. */
const BESIDE = 2;

/** Returns the features of each candidate for a query. */
export function featuresOf(
  asked: readonly AskedWord[],
  candidates: readonly Candidate[],
): Features[] {
  const informative = asked.some(({ isCommon }) => !isCommon)
    ? asked.filter(({ isCommon }) => !isCommon)
    : asked;
  const matches = matcherOf(informative);
  const found = candidates.map(({ title, headingPath, text }) => ({
    text: matches(folded(text)),
    above: new Set(matches(folded([title, ...headingPath].join("\n"))).map((match) => match.asked)),
  }));
  const weights = informative.map((_, word) => {
    const holders = found.filter(
      ({ text, above }) => above.has(word) || text.some((match) => match.asked === word),
    ).length;
    return Math.log(1 + (candidates.length + OTHERS - holders + 0.5) / (holders + 0.5));
  });
  const whole = sum(weights) || 1;
  const share = (words: Iterable<number>) =>
    sum([...words].map((word) => weights[word] ?? 0)) / whole;

  return found.map(({ text, above }) => {
    const own = new Set(text.map((match) => match.asked));
    const only = [...above].filter((word) => !own.has(word));
    const inText = share(own);
    const onlyAbove = share(only);
    const pairs = new Set(
      text.flatMap(({ asked: word, end }, index) => {
        const next = text[index + 1];
        return next && next.start - end <= BESIDE && next.asked === word + 1 ? [word] : [];
      }),
    );
    return {
      inText,
      onlyAbove,
      missing: Math.max(0, 1 - inText - onlyAbove),
      inOrder: informative.length > 1 ? pairs.size / (informative.length - 1) : inText,
      informative: informative.length,
      words: { text: namesOf(own, informative), above: namesOf(only, informative) },
    };
  });
}

function namesOf(words: Iterable<number>, asked: readonly AskedWord[]): string[] {
  return [...words].sort((a, b) => a - b).flatMap((word) => asked[word]?.word ?? []);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
