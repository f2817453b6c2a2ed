/** Words for thousands and more, with the languages in which they mean it; none means any. Long scales first where words differ. */
const words: readonly (readonly [pattern: string, factor: number, languages?: string])[] = [
  ["mil millones|mil milhões|miles de millones", 1e9],
  [
    "thousands?|tausend|tsd\\.?|milliers?|mille|mila|duizend|tys\\.?|tysięcy|tusen|tusind|t(?=€)",
    1e3,
  ],
  ["mil", 1e3, "es pt"],
  ["k", 1e3],
  [
    "millions?|mio\\.?|mill\\.?|millionen|millones|millón|milioni|milione|miljoen|milhões|milhão|mln\\.?|milion(?:y|ów)?|miljon(?:er)?|millioner|mn|mm",
    1e6,
  ],
  ["m", 1e6],
  [
    "mrd\\.?|milliarden?|milliards?|md\\.?|miliard[io]?|miliard(?:y|ów)|miljard(?:er)?|mld\\.?|bn|mia\\.?|milliarder|bilhões|bilhão",
    1e9,
  ],
  ["billions?", 1e9, "en"],
  ["billionen|billones|biliones|bilioni", 1e12],
  ["trillions?|tn", 1e12, "en"],
  ["lakhs?|lacs?", 1e5],
  ["crores?|cr\\.?", 1e7],
];

/** The words that follow a number and multiply it, for use in a pattern. */
export const scalePattern = words.map(([pattern]) => pattern).join("|");

const exact = words.map(([pattern, factor, languages]) => ({
  pattern: new RegExp(`^(?:${pattern})$`, "iu"),
  factor,
  languages: languages?.split(" "),
}));

/** Returns the factor that a word means, 1 for none; null if the word is not of this language. */
export function factorOf(word: string, language: string | null): number | null {
  const bare = word.trim();
  if (bare === "") return 1;
  const found = exact.find(({ pattern }) => pattern.test(bare));
  if (!found) return null;
  return found.languages && language !== null && !found.languages.includes(language)
    ? null
    : found.factor;
}
