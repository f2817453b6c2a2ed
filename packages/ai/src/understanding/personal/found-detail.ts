import type { PersonalDataKind } from "@besunny/document-model/statements/personal-data-kinds";
import type { CountryCode } from "libphonenumber-js/max";

/** A personal detail at a place of a text. `normalised` is E.164 for phones, compact for other numbers. */
export type FoundDetail = {
  kind: PersonalDataKind;
  start: number;
  end: number;
  confidence: number;
  normalised?: string;
};

/** One line of a document or a piece of a long line, with the text before it, in which a label may be. */
export type Line = { text: string; before: string };

/** The countries that a document is of, the likeliest first. */
export type Setting = { countries: readonly CountryCode[] };

const LEAD = 80;

/** Returns the text before a place of a line, with the end of the line above. */
export function leadTo({ text, before }: Line, start: number, length = LEAD): string {
  return (before + text.slice(0, start)).slice(-length);
}

/** Returns a pattern for words that are not parts of longer words. */
export function anyOf(words: string, flags = "iu"): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, flags);
}
