import {
  type CountryCode,
  findPhoneNumbersInText,
  isSupportedCountry,
} from "libphonenumber-js/max";

import type { Conventions } from "../entities/conventions";

const CHARACTERS_READ = 30_000;
const MOST_COUNTRIES = 5;

/** The countries in which most documents of a language are written, the commonest first. */
const ofLanguage: Record<string, string> = {
  en: "US GB IE CA AU IN NZ ZA SG",
  de: "DE AT CH LU",
  fr: "FR BE CH CA LU",
  es: "ES MX AR CO CL PE",
  it: "IT CH",
  nl: "NL BE",
  pt: "BR PT",
  pl: "PL",
  sv: "SE FI",
  da: "DK",
  nb: "NO",
  no: "NO",
  nn: "NO",
  fi: "FI",
  cs: "CZ",
  sk: "SK",
  hu: "HU",
  ro: "RO",
  bg: "BG",
  el: "GR CY",
  tr: "TR",
  hr: "HR",
  sl: "SI",
  et: "EE",
  lv: "LV",
  lt: "LT",
  ru: "RU",
  uk: "UA",
  ja: "JP",
  ko: "KR",
  zh: "CN TW HK",
  hi: "IN",
  vi: "VN",
  id: "ID",
  he: "IL",
};
const ofCurrency: Record<string, string> = {
  USD: "US",
  GBP: "GB",
  CHF: "CH",
  CAD: "CA",
  AUD: "AU",
  NZD: "NZ",
  INR: "IN",
  BRL: "BR",
  MXN: "MX",
  PLN: "PL",
  SEK: "SE",
  DKK: "DK",
  NOK: "NO",
  CZK: "CZ",
  HUF: "HU",
  RON: "RO",
  BGN: "BG",
  TRY: "TR",
  ZAR: "ZA",
  SGD: "SG",
  HKD: "HK",
  JPY: "JP",
  KRW: "KR",
  CNY: "CN",
  ILS: "IL",
};
/** Patterns whose first group, or whose name here, is the code of a country. */
const marks: readonly { pattern: RegExp; weight: number; country?: string }[] = [
  // VAT ids and IBANs.
  {
    pattern:
      /(?<![A-Z0-9])(AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK)[ ]?(?=[A-Z0-9]{0,2}\d{6})[A-Z0-9]{8,12}(?![A-Z0-9])/g,
    weight: 3,
  },
  { pattern: /(?<![A-Z0-9])([A-Z]{2})\d{2}(?: ?[A-Z0-9]{4}){3,7}/g, weight: 3 },
  { pattern: /(?<![A-Z])(CHE)-?\d{3}\.?\d{3}\.?\d{3}/g, weight: 3, country: "CH" },
  // Domains of countries; the general ones and those that are sold as words tell nothing.
  {
    pattern:
      /(?:@|www\.|:\/\/)[\w.-]{1,80}\.(?:co\.|com\.|org\.|gov\.|ac\.)?(?!(?:co|io|ai|me|tv|cc|eu|ly|to|fm|sh|gg|so|vc|ws)(?![\w.-]))([a-z]{2})(?![\w-]|\.\w)/gi,
    weight: 2,
  },
  // Postal codes with a mark of their own.
  { pattern: /(?<![\w-])(D|A|CH|F|B|L|I|E|NL|DK|S|PL|CZ|FIN|N)-\d{4,5}(?=[ ]\p{Lu})/gu, weight: 2 },
  {
    pattern: /(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\d])/gu,
    weight: 2,
    country: "GB",
  },
  {
    pattern: /(?<!\p{L})\p{Ll}{2,}, [A-Z]{2}\.? \d{5}(?:-\d{4})?(?!\d)/gu,
    weight: 2,
    country: "US",
  },
  { pattern: /(?<![\p{L}\d])[A-Z]\d[A-Z] ?\d[A-Z]\d(?![\p{L}\d])/gu, weight: 2, country: "CA" },
  { pattern: /(?<!\d)[1-9]\d{3} ?[A-Z]{2}[ ]{1,2}\p{Lu}\p{Ll}+/gu, weight: 1, country: "NL" },
  { pattern: /(?<!\d)\d{2}-\d{3} \p{Lu}\p{Ll}+/gu, weight: 2, country: "PL" },
  { pattern: /(?<!\d)\d{5}-\d{3}(?!\d)/g, weight: 1, country: "BR" },
];
const plates: Record<string, string> = {
  D: "DE",
  A: "AT",
  F: "FR",
  B: "BE",
  L: "LU",
  I: "IT",
  E: "ES",
  S: "SE",
  N: "NO",
  FIN: "FI",
  EL: "GR",
  UK: "GB",
};
const LANGUAGES_OF_NAMES = 10;
const named = namesOfCountries(Object.keys(ofLanguage).slice(0, LANGUAGES_OF_NAMES));

/**
 * Returns the countries that a document is likely to be of, best first. VAT ids, IBANs, domains, postal codes, phones with a country code,
 * names of countries, currencies and the language tell them.
 */
export function countriesOf(
  text: string,
  { language, currencies }: Pick<Conventions, "language" | "currencies">,
): CountryCode[] {
  const read = text.length <= CHARACTERS_READ ? text : text.slice(0, CHARACTERS_READ);
  const scores = new Map<string, number>();
  // Ten mentions of one kind are one opinion, so each further one adds less.
  const vote = (country: string | undefined, weight: number) => {
    const code = country && (plates[country] ?? country).toUpperCase();
    if (code)
      scores.set(
        code,
        Math.max(scores.get(code) ?? 0, 0) + weight / (1 + (scores.get(code) ?? 0) / 4),
      );
  };
  for (const { pattern, weight, country } of marks)
    for (const match of read.matchAll(pattern)) vote(country ?? match[1], weight);
  if (/\+\d|\(\+/.test(read))
    for (const { number } of findPhoneNumbersInText(read.slice(0, CHARACTERS_READ / 3)))
      vote(number.country, 3);
  for (const [words] of read.matchAll(/\p{Lu}[\p{L}.-]+(?:[ ]\p{Lu}[\p{L}.-]+)*/gu))
    vote(named.get(words.toLowerCase()), 1.5);
  for (const currency of currencies) vote(ofCurrency[currency], 1.5);
  for (const [rank, country] of (ofLanguage[language ?? ""] ?? "").split(" ").entries())
    vote(country, rank === 0 ? 1 : 0.4 / rank);
  return (
    [...scores]
      .sort((a, b) => b[1] - a[1])
      .map(([country]) => country)
      // The library's function takes its tables as a second argument, so it cannot be passed on bare.
      .filter((country): country is CountryCode => isSupportedCountry(country))
      .slice(0, MOST_COUNTRIES)
  );
}

function namesOfCountries(languages: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  const codes = Object.values(ofLanguage).flatMap((each) => each.split(" "));
  for (const language of languages) {
    const display = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    for (const code of new Set([...codes, ...Object.values(ofCurrency)])) {
      const name = display.of(code);
      if (name) names.set(name.toLowerCase(), code);
    }
  }
  for (const [name, code] of [
    ["usa", "US"],
    ["u.s.a.", "US"],
    ["uk", "GB"],
    ["england", "GB"],
    ["scotland", "GB"],
    ["wales", "GB"],
  ] as const)
    names.set(name, code);
  return names;
}
