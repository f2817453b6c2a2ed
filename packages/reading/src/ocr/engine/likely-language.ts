import { languageOf } from "@besunny/document-model/language";

/** The name in tesseract of each language that detection reports by its ISO 639-1 code. */
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

/** Returns the one of the languages that the text of a first reading seems to have, or null. */
export function likelyLanguage(text: string, languages: readonly string[]): string | null {
  const found = languageOf(text);
  const name = found ? names[found] : undefined;
  return name !== undefined && languages.includes(name) ? name : null;
}
