import type { Found } from "./found";

const codes =
  "EUR|USD|GBP|CHF|JPY|CNY|INR|AUD|CAD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|BRL|MXN|ZAR|SGD|HKD|KRW|TRY|ILS|AED|SAR|RUB|UAH|THB|IDR|MYR|PHP|Rs\\.?|Ft|Kč|zł|kr\\.?";
const signs = "US\\$|A\\$|C\\$|HK\\$|R\\$|[$€£¥₹₽₩₺₫₴₦฿]";
const digits = "\\d{1,3}(?:[.,'’ \\u00a0\\u202f]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?";
const scale = "(?:\\s?(?:thousand|million|billion|mn|bn|m|k)\\b)?";
const money = new RegExp(
  `(?<![\\p{L}\\d.,])(?:(${signs}|(?:${codes})(?=[\\s\\d]))\\s?(-?(?:${digits}))(?!\\d)(${scale})|(-?(?:${digits}))(?!\\d)(${scale})\\s?((?:${signs})(?!\\s?\\d)|(?:${codes})(?![\\p{L}])|euros?\\b|dollars?\\b|pounds\\b))`,
  "giu",
);
const percent = /(?<![\p{L}\d.,])-?\d+(?:[.,]\d+)?\s?(?:%|‰|per\s?cent\b|percent\b|Prozent\b)/giu;

const currencyOf: Record<string, string> = {
  "€": "EUR",
  euro: "EUR",
  euros: "EUR",
  $: "USD",
  us$: "USD",
  dollar: "USD",
  dollars: "USD",
  a$: "AUD",
  c$: "CAD",
  hk$: "HKD",
  r$: "BRL",
  "£": "GBP",
  pounds: "GBP",
  "¥": "JPY",
  "₹": "INR",
  rs: "INR",
  "rs.": "INR",
  "₽": "RUB",
  "₩": "KRW",
  "₺": "TRY",
  "₫": "VND",
  "₴": "UAH",
  "₦": "NGN",
  "฿": "THB",
  ft: "HUF",
  kč: "CZK",
  zł: "PLN",
};
const factors: Record<string, number> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
};

/** Finds sums of money. Normalises them to a currency code and a plain number if both are clear. */
export function findMoney(text: string): Found[] {
  return [...text.matchAll(money)].map((match) => {
    const sign = match[1] ?? match[6] ?? "";
    const value = readNumber(match[2] ?? match[4] ?? "");
    const factor = factors[(match[3] ?? match[5] ?? "").trim().toLowerCase()] ?? 1;
    const currency = currencyOf[sign.toLowerCase()] ?? (/^[A-Z]{3}$/.test(sign) ? sign : null);
    return {
      kind: "money",
      start: match.index,
      end: match.index + match[0].length,
      confidence: 0.95,
      ...(value !== null && currency && { normalised: `${currency} ${plain(value * factor)}` }),
    };
  });
}

export function findPercentages(text: string): Found[] {
  return [...text.matchAll(percent)].map((match) => {
    const value = readNumber(match[0].replace(/[^\d.,-]/g, ""));
    return {
      kind: "percent",
      start: match.index,
      end: match.index + match[0].length,
      confidence: 0.97,
      ...(value !== null && !match[0].includes("‰") && { normalised: `${value} %` }),
    };
  });
}

/** Reads a number in any usual notation, or returns null. The last separator is the decimal one unless three digits follow it. */
export function readNumber(written: string): number | null {
  const bare = written.replace(/[\s'’\u00a0\u202f]/g, "");
  const last = Math.max(bare.lastIndexOf("."), bare.lastIndexOf(","));
  const decimals = last < 0 ? 0 : bare.length - last - 1;
  const separators = bare.match(/[.,]/g) ?? [];
  const isGrouping = decimals === 3 && new Set(separators).size < 2;
  const whole = (last < 0 || isGrouping ? bare : bare.slice(0, last)).replace(/[.,]/g, "");
  const value = Number(last < 0 || isGrouping ? whole : `${whole}.${bare.slice(last + 1)}`);
  return bare === "" || Number.isNaN(value) ? null : value;
}

function plain(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
