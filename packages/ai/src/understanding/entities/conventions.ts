import { type DecimalSign, decimalSignIn } from "@besunny/document-model/tables/parse-number";
import { currenciesIn } from "./currencies";

/** The way in which a document writes numbers, dates and currencies. */
export type Conventions = {
  language: string | null;
  /** The sign before decimals; null if the numbers and the language do not say. */
  decimalSign: DecimalSign | null;
  /** True if numbers of the document prove the decimal sign, and not only its language suggests it. */
  isProven: boolean;
  /** In 03/04/2026 the day comes first; null where it could be either. */
  isDayFirst: boolean | null;
  /** The currencies that the document names by code. */
  currencies: ReadonlySet<string>;
};

const CHARACTERS_READ = 120_000;
const commaLanguages = new Set(
  "de fr es it nl pt pl sv da nb nn no fi cs sk sl hr hu ro bg el tr ru uk et lv lt is id vi ca gl sr mk sq be".split(
    " ",
  ),
);
const pointLanguages = new Set("en ja zh ko hi bn ta te mr gu th he ms tl sw ur".split(" "));
const figure = /(?<![\p{L}\d.,/:-])\d[\d.,'’\u00a0\u202f]*\d(?![\p{L}\d/:-])/gu;
const slashed = /(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])/g;

/** Returns the conventions of a document from its figures and its language (ISO 639-1, null for unknown). */
export function conventionsOf(text: string, language: string | null): Conventions {
  const read = text.slice(0, CHARACTERS_READ);
  let [points, commas] = [0, 0];
  for (const [written] of read.matchAll(figure)) {
    // 1.2.2026 and 192.168.0.1 are no figures; decimalSignIn leaves them out.
    const sign = decimalSignIn(written);
    if (sign === ".") points++;
    if (sign === ",") commas++;
  }
  const voted =
    points >= 2 * commas && points > 0 ? "." : commas >= 2 * points && commas > 0 ? "," : null;
  const usual = commaLanguages.has(language ?? "")
    ? ","
    : pointLanguages.has(language ?? "")
      ? "."
      : null;
  return {
    language,
    decimalSign: voted ?? usual,
    isProven: voted !== null,
    isDayFirst: dayFirst(read, language),
    currencies: currenciesIn(read),
  };
}

function dayFirst(text: string, language: string | null): boolean | null {
  let [days, months] = [0, 0];
  for (const [, first, , second] of text.matchAll(slashed)) {
    if (Number(first) > 12 && Number(second) <= 12) days++;
    if (Number(second) > 12 && Number(first) <= 12) months++;
  }
  if (days > 0 !== months > 0) return days > 0;
  return language !== null && language !== "en" ? true : null;
}
