/** Which sign parts the whole from the decimals. */
export type DecimalSign = "." | ",";

/** A text taken apart: the digits with their signs still in, and the characters around them. */
type Figure = { body: string; isNegative: boolean; isPercent: boolean };

const currency =
  "[$€£¥₹₽₩₺₴฿]|US\\$|(?:USD|EUR|GBP|CHF|JPY|CNY|INR|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|TRY|RUB|UAH|BRL|MXN|ZAR|KRW|SGD|HKD|AED|SAR|ILS|THB)|Fr\\.|kr\\.?|zł|Kč|Ft|Rs\\.?|R\\$";
const around = new RegExp(
  `^(?:${currency})\\s*|\\s*(?:${currency}|[%‰]|\\*{1,3}|[†‡§]|\\s[a-z]\\)|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)$`,
  "u",
);
const grouped = /^\d{1,3}(?:[\s\u00a0\u202f\u2009]\d{3})+(?:[.,]\d+)?$/u;
const apostrophes = /^\d{1,3}(?:['’]\d{3})+(?:[.,]\d+)?$/u;
const plain =
  /^\d+$|^\d*[.,]\d+$|^\d{1,3}(?:[.,]\d{2,3})+$|^\d{1,3}(?:,\d{2,3})+\.\d+$|^\d{1,3}(?:\.\d{3})+,\d+$/u;

/** Digits and signs of every script as ASCII ones; marks of direction left out. */
function inAscii(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return text
    .replace(/[\u061c\u200e\u200f\u2066-\u2069]/gu, "")
    .replace(/\p{Nd}/gu, (digit) => String(digitOf(digit)))
    .replaceAll("\u066b", ".")
    .replaceAll("\u066c", ",")
    .replaceAll("\u066a", "%");
}

/** The digits of a script are ten neighbours in Unicode, nought first; scripts may follow each other. */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++;
  return before % 10;
}

/** Null for what is no plain figure: words, dates, times, phone numbers, versions, numbers with leading zeros. */
function figureOf(text: string): Figure | null {
  let body = inAscii(text).trim();
  if (body.length > 40 || !/\d/.test(body)) return null;
  const isPercent = /[%‰]/.test(body);
  let isNegative = false;
  for (let step = 0; step < 5; step++) {
    const bare = body.replace(around, "");
    const inner = /^\((.*)\)$/su.exec(bare)?.[1];
    const signed = /^[-−–](.+)$|^(.+)[-−–]$/su.exec(bare);
    if (inner !== undefined) [body, isNegative] = [inner.trim(), true];
    else if (signed && !isNegative)
      [body, isNegative] = [(signed[1] ?? signed[2] ?? "").trim(), true];
    else if (bare.startsWith("+") && !/\s/.test(bare)) body = bare.slice(1);
    else if (bare === body) break;
    else body = bare.trim();
  }
  if (!(plain.test(body) || grouped.test(body) || apostrophes.test(body))) return null;
  return isCode(body) || isPower(text) ? null : { body, isNegative, isPercent };
}

/** A power of ten: its exponent is no mark of a note. */
function isPower(text: string): boolean {
  return /(?:^|\D)10[⁺⁻]?[¹²³⁰⁴-⁹]+\s*$/u.test(text);
}

/** Numbers that only name something: with leading zeros, or longer than any amount. */
function isCode(body: string): boolean {
  return /^0\d/.test(body) || body.replace(/\D/g, "").length > 15;
}

/** Returns the decimal sign that a text proves; null if it proves none, as "1.234" or "12". */
export function decimalSignIn(text: string): DecimalSign | null {
  const body = figureOf(text)?.body;
  if (!body) return null;
  const signs = [...body].filter((sign): sign is DecimalSign => sign === "." || sign === ",");
  const last = signs.at(-1);
  if (!last) return null;
  const other = last === "." ? "," : ".";
  if (signs.includes(other)) return last;
  if (signs.length > 1) return other;
  const decimals = body.length - body.lastIndexOf(last) - 1;
  const isDecimal =
    decimals !== 3 ||
    /^0?[.,]/.test(body) ||
    /['’\s\u00a0\u202f\u2009]/u.test(body) ||
    /^\d{4,}/.test(body);
  return isDecimal ? last : null;
}

/** True for a figure whose only sign is followed by three digits. */
export function isAmbiguous(text: string): boolean {
  const body = figureOf(text)?.body ?? "";
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(body);
}

/** Returns the value of a numeric text; null if the text is not numeric. `usual` decides where the text itself does not. */
export function parseNumber(text: string, usual: DecimalSign): number | null {
  const decimalSign = decimalSignIn(text) ?? usual;
  const figure = figureOf(text);
  if (!figure) return null;
  const { body, isNegative, isPercent } = figure;
  const thousands = decimalSign === "." ? "," : ".";
  const bare = body
    .replaceAll(thousands, "")
    .replace(/[\s'’\u00a0\u202f\u2009]/gu, "")
    .replace(decimalSign, ".");
  if (!/^\d*\.?\d+$/.test(bare)) return null;
  const number = Number(isPercent ? `${bare}e-${text.includes("‰") ? 3 : 2}` : bare);
  if (!Number.isFinite(number)) return null;
  return isNegative && number !== 0 ? -number : number;
}

/** Signs that people write for zero or for a missing figure. */
export function isBlank(text: string): boolean {
  return /^[-−–—.:…]*$/u.test(text.trim());
}

/** Returns the number of decimals in a text. */
export function decimalsOf(text: string, usual: DecimalSign): number {
  const decimalSign = decimalSignIn(text) ?? usual;
  const body = figureOf(text)?.body ?? "";
  const at = body.lastIndexOf(decimalSign);
  return at < 0 ? 0 : body.length - at - 1;
}
