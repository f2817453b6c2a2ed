import { isGerman } from "../dates/date-words";
import type { Cues } from "./cues";
import { german } from "./cues-de";
import { english } from "./cues-en";

/** Returns the words of a language; those of English where there are none. */
export function cuesOf(language: string | null): Cues {
  return isGerman(language) ? german : english;
}
