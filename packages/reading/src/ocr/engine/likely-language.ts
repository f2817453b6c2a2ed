import { languageOf } from "@besunny/document-model/language";

/** What tesseract calls the languages that detection calls by ISO 639-1. */
const names: Record<string, string> = {
  ar: "ara",
  bg: "bul",
  ca: "cat",
  cs: "ces",
  da: "dan",
  de: "deu",
  el: "ell",
  en: "eng",
  es: "spa",
  et: "est",
  fi: "fin",
  fr: "fra",
  he: "heb",
  hr: "hrv",
  hu: "hun",
  it: "ita",
  ja: "jpn",
  ko: "kor",
  lt: "lit",
  lv: "lav",
  nl: "nld",
  no: "nor",
  pl: "pol",
  pt: "por",
  ro: "ron",
  ru: "rus",
  sk: "slk",
  sl: "slv",
  sv: "swe",
  tr: "tur",
  uk: "ukr",
};

/** Of the languages to choose from, the one that a first reading in another of them seems to be written in; else null. */
export function likelyLanguage(text: string, languages: readonly string[]): string | null {
  const found = languageOf(text);
  const name = found ? names[found] : undefined;
  return name !== undefined && languages.includes(name) ? name : null;
}
