import { stem } from "../stem";

/** The words of a question, and a pattern for the kind of thing that answers it. */
export type Question = { terms: ReadonlySet<string>; wants: RegExp | null };

const common = new Set(
  (
    "a about all an and any are as at be been by can could did do does for from give had has have how i if in into is it its " +
    "me my of on or our please say says shall should so some tell than that the their them there these they this to was we " +
    "were what when where which who whom whose why will with would you your much many"
  ).split(" "),
);

const wanted: [asks: RegExp, wants: RegExp][] = [
  [
    /\b(?:how much|what (?:is|was|are|were) the (?:\w+ ){0,3}(?:price|cost|fee|rent|salary|amount|total|premium|deposit|value)|price|cost)\b/i,
    /\d[\d.,]*\s?(?:€|\$|£|eur|usd|gbp|chf|%)?|[€$£]\s?\d/i,
  ],
  [
    /\b(?:when|what date|which day|until when|deadline|due date|expire|since when)\b/i,
    /\b(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2}|(?:19|20)\d{2}|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|days?|weeks?|months?|years?)\b/i,
  ],
  [
    /\b(?:how many|how long|how often|what percentage|number of)\b/i,
    /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|sixty|ninety|hundred|thousand)\b/i,
  ],
  [
    /\b(?:who|whom|whose|which (?:company|person|party))\b/i,
    /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+|\b(?:Mr|Mrs|Ms|Dr)\b|\b(?:Inc|Ltd|GmbH|LLC|plc)\b/u,
  ],
  [/\bwhere\b/i, /\b(?:in|at|from|to) \p{Lu}\p{Ll}+|\b(?:street|road|room|floor|building)\b/iu],
  [/\bwhy\b/i, /\b(?:because|since|due to|in order to|so that|reason|therefore|caused)\b/i],
];

export function readQuestion(question: string): Question {
  return {
    terms: new Set(stems(question).filter((term) => !common.has(term))),
    wants: wanted.find(([asks]) => asks.test(question))?.[1] ?? null,
  };
}

/** Returns the words in lower case without their commonest English endings, so that "pays" matches "payment". */
export function stems(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => (common.has(word) ? word : stem(word)));
}
