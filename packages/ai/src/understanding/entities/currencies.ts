const codes =
  "EUR USD GBP CHF JPY CNY INR AUD CAD NZD SEK NOK DKK ISK PLN CZK HUF RON BGN BRL MXN ZAR SGD HKD KRW TRY ILS AED SAR RUB UAH THB IDR MYR PHP VND NGN KES GHS EGP PKR BDT LKR ARS CLP COP PEN TWD QAR KWD".split(
    " ",
  );

/** Marks before or after a sum, in lower case, with the code (ISO 4217) that each means. */
const meanings: Record<string, string> = {
  "€": "EUR",
  euro: "EUR",
  euros: "EUR",
  eur: "EUR",
  us$: "USD",
  $us: "USD",
  "us dollars": "USD",
  a$: "AUD",
  au$: "AUD",
  c$: "CAD",
  ca$: "CAD",
  "$ can": "CAD",
  "$ ca": "CAD",
  nz$: "NZD",
  s$: "SGD",
  hk$: "HKD",
  r$: "BRL",
  mx$: "MXN",
  reais: "BRL",
  "£": "GBP",
  pounds: "GBP",
  "pounds sterling": "GBP",
  "₹": "INR",
  rs: "INR",
  rupees: "INR",
  "₽": "RUB",
  "₩": "KRW",
  "₺": "TRY",
  "₫": "VND",
  "₴": "UAH",
  "₦": "NGN",
  "฿": "THB",
  "₪": "ILS",
  "₱": "PHP",
  "₵": "GHS",
  ft: "HUF",
  kč: "CZK",
  zł: "PLN",
  złotych: "PLN",
  fr: "CHF",
  sfr: "CHF",
  franken: "CHF",
  yen: "JPY",
  円: "JPY",
  元: "CNY",
  kronor: "SEK",
  rm: "MYR",
  rp: "IDR",
};

/** Signs whose meaning depends on the document. */
const shared: Record<string, readonly string[]> = {
  $: ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "ARS", "CLP", "COP", "TWD"],
  dollar: ["USD", "CAD", "AUD", "NZD", "SGD", "HKD"],
  dollars: ["USD", "CAD", "AUD", "NZD", "SGD", "HKD"],
  kr: ["SEK", "DKK", "NOK", "ISK"],
  kroner: ["DKK", "NOK"],
  "¥": ["JPY", "CNY"],
  "￥": ["JPY", "CNY"],
};
const crowns: Record<string, string> = {
  sv: "SEK",
  da: "DKK",
  nb: "NOK",
  nn: "NOK",
  no: "NOK",
  is: "ISK",
};
const yens: Record<string, string> = { ja: "JPY", zh: "CNY" };
/** In English a bare dollar is that of the United States unless the document names another; elsewhere it could be any. */
const dollars: Record<string, string> = { en: "USD" };

const isWord = (mark: string) => /^\p{L}/u.test(mark) && !/^[円元]$/u.test(mark);
const escaped = (mark: string) => mark.replace(/\$/g, "\\$").replace(/ /g, "[ \\u00a0\\u202f]");
const marks = [
  ...codes.map((code) => code.toLowerCase()),
  ...Object.keys(meanings),
  ...Object.keys(shared),
]
  .filter((mark, index, all) => all.indexOf(mark) === index)
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
const words = marks.filter((mark) => isWord(mark) && !mark.endsWith("$"));
const dotted = words.filter((word) => /^(?:rs|rp|fr|sfr|kr)$/.test(word)).join("|");
const signs = (isOne: (mark: string) => boolean) =>
  marks
    .filter((mark) => mark.includes("$") && isOne(mark))
    .map((mark) => `${escaped(mark)}${/\p{L}$/u.test(mark) ? "(?!\\p{L})" : ""}`)
    .join("|");
const plainSigns = marks.filter((mark) => !isWord(mark) && !mark.includes("$")).join("");

/**
 * All marks and codes of currencies, for use in a pattern. Each group begins with what its marks have in common, so that a text without
 * them is passed over quickly.
 */
export const currencyPattern = `(?:[${plainSigns}]|(?=[$])(?:${signs((mark) => !isWord(mark))})|(?<!\\p{L})(?=\\p{L})(?:(?:${words.map(escaped).join("|")})(?!\\p{L})|(?:${dotted})\\.(?!\\p{L})|${signs(isWord)}))`;

/** Returns the code of a currency, or null if the mark could mean several. `currencies` are those that the document names by code. */
export function currencyOf(
  mark: string,
  { language, currencies }: { language: string | null; currencies: ReadonlySet<string> },
): string | null {
  const bare = mark
    .toLowerCase()
    .replace(/\.$/, "")
    .replace(/[\u00a0\u202f]/g, " ");
  const upper = bare.toUpperCase();
  if (codes.includes(upper)) return upper;
  const plain = meanings[bare];
  if (plain) return plain;
  const possible = shared[bare] ?? [];
  const chosen = possible.filter((code) => currencies.has(code));
  if (chosen.length > 0) return chosen.length === 1 ? (chosen[0] ?? null) : null;
  if (bare === "kr" || bare === "kroner") return crowns[language ?? ""] ?? null;
  if (bare === "¥" || bare === "￥") return yens[language ?? ""] ?? null;
  return possible.length > 0 ? (dollars[language ?? "en"] ?? null) : null;
}

/** Returns the codes of currencies that a text names, as "CAD" or "A$". */
export function currenciesIn(text: string): Set<string> {
  const named = new Set<string>();
  for (const [code] of text.matchAll(/(?<![\p{L}\d])[A-Z]{3}(?![\p{L}\d])/gu))
    if (codes.includes(code)) named.add(code);
  for (const [mark] of text.matchAll(/(?<![\p{L}$])(?:A|AU|C|CA|NZ|S|HK|MX|US)\$/gu)) {
    const code = meanings[mark.toLowerCase()];
    if (code) named.add(code);
  }
  return named;
}
