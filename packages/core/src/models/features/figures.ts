import { feature, shareOf } from "./feature";

/** The figures in the text. */
export const figureFeatures = [
  feature("amounts", ({ model }) => model.text.match(amount)?.length ?? 0),
  feature("dates", ({ model }) => model.text.match(date)?.length ?? 0),
  feature("digitsShare", ({ model }) =>
    shareOf(model.text.match(/\p{N}/gu)?.length ?? 0, model.text.match(/\S/gu)?.length ?? 0),
  ),
  feature("capitalsShare", ({ words }) =>
    shareOf(words.filter((word) => /^\p{Lu}{2,}$/u.test(word)).length, words.length),
  ),
];

const amount =
  /(?:[€$£¥]|\b(?:EUR|USD|GBP|CHF|JPY)\b)\s?\d[\d.,’' ]*|\d[\d.,’']*\s?(?:[€$£¥]|(?:EUR|USD|GBP|CHF|JPY)\b)/gu;
const date =
  /\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}\.? \p{L}{3,9}\.? \d{4}|\p{L}{3,9}\.? \d{1,2}, \d{4})\b/gu;
