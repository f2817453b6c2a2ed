import { type Language, languageAsked } from "@besunny/api/browser/language";
import { useLocale } from "next-intl";

/** Returns the language of the page, for what the server composes in it. */
export function useLanguage(): Language {
  return languageAsked(useLocale());
}
