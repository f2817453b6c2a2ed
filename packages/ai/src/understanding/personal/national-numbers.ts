import { anyOf, type FoundDetail, type Line, leadTo, type Setting } from "./found-detail";
import { identityNumbers } from "./identity-numbers";
import { taxNumbers } from "./tax-numbers";

const compiled = [...identityNumbers, ...taxNumbers].map((each) => ({
  ...each,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}]|[\\p{N}][.,/-])(?:${each.form})(?![\\p{L}\\p{N}]|[.,/-]\\p{N})`,
    "gu",
  ),
  named: anyOf(each.words),
}));
const REACH = 48;
/** A cheap look for what every form has: six digits close together, or the letters and digits of an Indian or Italian number. */
const hasNumber = /(?:\d[ ./-]{0,2}){6}|[A-Z]{5}\d{4}[A-Z]|[A-Z]{6}\d/;

/** Finds tax, social security and identity numbers by form, check digits and the words near by. */
export function findNationalNumbers(line: Line, { countries }: Setting): FoundDetail[] {
  if (!hasNumber.test(line.text)) return [];
  const found: (FoundDetail & { isNamed: boolean })[] = [];
  for (const { kind, country, enough, pattern, named, isValid } of compiled) {
    for (const match of line.text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (!isValid(match[0])) continue;
      const isNamed =
        named.test(leadTo(line, start, REACH)) || named.test(line.text.slice(end, end + 24));
      const isOfCountry = countries.slice(0, 2).some((each) => each === country);
      if (!isNamed && enough === "words") continue;
      if (!isNamed && enough === "country" && !isOfCountry) continue;
      const confidence = isNamed ? 0.96 : enough === "form" ? 0.9 : 0.8;
      const normalised = match[0].replace(/[\s./-]/g, "").toUpperCase();
      found.push({ kind, start, end, confidence, normalised, isNamed });
    }
  }
  // Nine digits may be right for several countries: the one that is named goes first.
  return found
    .sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || b.confidence - a.confidence)
    .map(({ isNamed: _, ...detail }) => detail);
}
