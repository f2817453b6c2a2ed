import {
  decimalSignIn,
  decimalsOf,
  isAmbiguous,
  parseNumber,
} from "@besunny/document-model/tables/parse-number";
import type { Conventions } from "./conventions";
import { currencyOf, currencyPattern } from "./currencies";
import type { Found } from "./found";
import { factorOf, scalePattern } from "./scales";

const space = "[ \\u00a0\\u202f\\u2009]";
/** A whole figure: groups parted by spaces, or digits with signs in any order. It never ends before more digits. */
const figure = `(?:\\p{Nd}{1,3}(?:${space}\\p{Nd}{3})+(?:[.,]\\p{Nd}+)?|\\p{Nd}+(?:[.,'’\\u066b\\u066c]\\p{Nd}+)*|[.,]\\p{Nd}+)(?![\\p{Nd}]|[.,]\\p{Nd})`;
const round = "(?:[.,]\\s?[–—-]{1,2}|/-)?";
const scale = `(?:${space}?(?:${scalePattern})(?![\\p{L}\\d]))?`;
const minus = "[-−–]";
const before = new RegExp(
  `(?<![\\p{L}\\p{Nd}.,])(?<open>\\()?(?<minus>${minus}${space}?)?(?<mark>${currencyPattern})${space}?(?<inner>\\()?(?<inside>${minus}${space}?)?(?<figure>${figure})${round}(?<scale>${scale})(?<after>-(?![\\p{L}\\p{Nd}]))?(?<close>\\))?`,
  "giu",
);
const behind = new RegExp(
  `(?<![\\p{L}\\p{Nd}.,])(?<open>\\()?(?<minus>${minus}${space}?)?(?<figure>${figure})${round}(?<after>-(?=\\s))?(?<close>\\))?(?<scale>${scale})${space}?(?<mark>${currencyPattern})(?:(?<hundredths>${space}?\\p{Nd}{2})(?![\\p{Nd}.,%]))?`,
  "giu",
);
const percent = new RegExp(
  `(?<![\\p{L}\\p{Nd}.,])(?<minus>${minus})?(?:(?<figure>${figure})\\s?(?:%|‰|\\u066a|per\\s?cent\\b|percent\\b|prozent\\b|pour\\s?cent\\b|por\\s?ciento\\b|per\\s?cento\\b|procent\\b|procenta?\\b)|%(?<turkish>${figure}))`,
  "giu",
);

/** Finds sums of money. Normalises them to a currency code and a plain number if both are clear; else they stay text. */
export function findMoney(text: string, conventions: Conventions): Found[] {
  const found: Found[] = [];
  const add = (match: RegExpExecArray | RegExpMatchArray) => {
    const sum = sumOf(text, match, conventions);
    if (sum && !found.some(({ start, end }) => sum.start < end && start < sum.end)) found.push(sum);
  };
  const matches = [...text.matchAll(before)].filter((match) => !isOfFormer(text, match));
  const rest = [...text.matchAll(behind)];
  // "10 EUR 20 EUR": which side the marks stand on is the side on which more of them stand.
  for (const match of matches.length >= rest.length ? [...matches, ...rest] : [...rest, ...matches])
    add(match);
  return found.sort((a, b) => a.start - b.start);
}

/** Finds percentages. Normalises them to a plain number with a percent sign if the number is clear. */
export function findPercentages(text: string, conventions: Conventions): Found[] {
  // "%14" is Turkish; elsewhere it is code.
  const isTurkish = conventions.language === "tr";
  const matches = [...text.matchAll(percent)].filter(
    ({ groups }) => groups?.turkish === undefined || isTurkish,
  );
  return matches.map((match) => {
    const written = match.groups?.figure ?? match.groups?.turkish ?? "";
    const value = clearNumber(written, conventions);
    const isUnlikely =
      value !== null && value >= 1_000 && isAmbiguous(written) && !conventions.isProven;
    const isClear = value !== null && !isUnlikely && !/[‰]/.test(match[0]);
    const isNegative = isMinus(match.groups?.minus, text.slice(0, match.index));
    return {
      kind: "percent",
      start: match.index,
      end: match.index + match[0].length,
      confidence: 0.97,
      ...(isClear && { normalised: `${isNegative ? "-" : ""}${value} %` }),
    };
  });
}

/** Returns the number of a text if it is clear how to read it, else null. */
export function clearNumber(written: string, { decimalSign }: Conventions): number | null {
  if (isAmbiguous(written) && decimalSign === null) return null;
  return parseNumber(written.trim(), decimalSignIn(written) ?? decimalSign ?? ".");
}

function sumOf(text: string, match: RegExpMatchArray, conventions: Conventions): Found | null {
  const groups = match.groups ?? {};
  const written = groups.figure ?? "";
  let start = match.index ?? 0;
  let end = start + match[0].length;
  const isWhole =
    groups.open !== undefined && groups.close !== undefined && groups.inner === undefined;
  if (groups.open !== undefined && !isWhole) start++;
  if (groups.close !== undefined && !isWhole && groups.inner === undefined)
    end = text.lastIndexOf(")", end - 1);
  const factor = factorOf(groups.scale ?? "", conventions.language);
  const currency = currencyOf(groups.mark ?? "", conventions);
  const hundredths = hundredthsOf(text, match, conventions);
  if (groups.hundredths !== undefined && hundredths === null) end -= groups.hundredths.length;
  const number = clearNumber(written, conventions);
  const isNegative =
    (groups.inner !== undefined && groups.close !== undefined) ||
    (isWhole && isAccounting(text, start, end)) ||
    groups.inside !== undefined ||
    groups.after !== undefined ||
    isMinus(groups.minus, text.slice(0, start));
  const place = { kind: "money" as const, start, end, confidence: 0.95 };
  if (number === null || currency === null || factor === null) return place;
  const value = number * factor + (hundredths ?? 0);
  const decimals = factor === 1 ? decimalsOf(written, conventions.decimalSign ?? ".") : 0;
  return {
    ...place,
    normalised: `${currency} ${isNegative && value !== 0 ? "-" : ""}${plain(value, decimals)}`,
  };
}

/** A dash between words or figures is no minus: "10-15 %", "lunch - $5". */
function isMinus(sign: string | undefined, textBefore: string): boolean {
  if (sign === undefined) return false;
  return /\s$/.test(sign)
    ? /(?:^|[\n\t|])\s*$/.test(textBefore)
    : !/[\p{Nd}\p{L})]$/u.test(textBefore);
}

/** "12 € 50" is how French writers part euros and cents. */
function hundredthsOf(
  text: string,
  match: RegExpMatchArray,
  { language }: Conventions,
): number | null {
  const written = match.groups?.hundredths;
  if (written === undefined || /[.,]/.test(match.groups?.figure ?? "")) return null;
  const isTight = !/\s/.test(written) && /\p{Nd}$/u.test(written);
  const next = text.slice((match.index ?? 0) + match[0].length);
  return isTight || (language === "fr" && !/^\s?\p{L}/u.test(next)) ? Number(written) / 100 : null;
}

/** "($ 500)" in a column is negative; between words it is an aside. */
function isAccounting(text: string, start: number, end: number): boolean {
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const rest = text.slice(end).split("\n", 1)[0] ?? "";
  return (
    !/^\s*[\p{L}.,;:]/u.test(rest) &&
    !(/\p{L}\s$/u.test(line) && !/\s{2,}$|\t$/.test(line) && line.split(/\s+/).length > 5)
  );
}

/** A mark that ends the sum before it begins none: "5 EUR 3 Stück". */
function isOfFormer(text: string, match: RegExpMatchArray): boolean {
  const head = text.slice(Math.max(0, (match.index ?? 0) - 24), match.index);
  return new RegExp(`${figure}${space}?$`, "u").test(head) && !/\b(?:1[89]|20)\d\d\s?$/.test(head);
}

function plain(value: number, decimals: number): string {
  if (Number.isInteger(value) && decimals === 0) return String(value);
  const rounded = Number(value.toFixed(Math.max(2, decimals)));
  return Number.isInteger(rounded) ? String(rounded) : rounded.toFixed(Math.max(2, decimals));
}
