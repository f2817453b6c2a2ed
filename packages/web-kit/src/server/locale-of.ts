import { type Language, tagsOf } from "@besunny/api/browser/language";

export type Locale = Language | `${Language}-${string}`;

/**
 * Returns the locale in which a browser wants dates and numbers of a language, from its `Accept-Language`. A browser that asks for other
 * languages alone gets "en-GB" for English, whose dates begin with the day as most languages' do.
 */
export function localeOf(language: Language, acceptLanguage: string): Locale {
  const tags = tagsOf(acceptLanguage);
  const wanted = tags.find((tag): tag is Locale => isOf(language, tag));
  if (wanted) return wanted;
  return language === "en" && tags.length > 0 ? "en-GB" : language;
}

function isOf(language: Language, tag: string): boolean {
  return tag === language || (tag.startsWith(`${language}-`) && /^[a-z]{2}-[A-Z]{2}$/.test(tag));
}
