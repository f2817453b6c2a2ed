import { isGerman } from "../dates/date-words";
import type { DecisionSigns } from "./signs";
import { germanSigns } from "./signs-de";
import { englishSigns } from "./signs-en";

/** True for a language whose signs are known, and where nobody knows the language. */
export function hasSigns(language: string | null): boolean {
  return language === null || language === "en" || isGerman(language);
}

/** Returns the signs of a language; those of English where there are none. */
export function signsOf(language: string | null): DecisionSigns {
  return isGerman(language) ? germanSigns : englishSigns;
}
