import { type Language, languageCookie } from "@besunny/api/browser/language";

const YEAR_SECONDS = 31_536_000;

/** Keeps a language for this browser, also where nobody is signed in. Null leaves the choice to the browser's own settings. */
export function keepLanguage(language: Language | null): void {
  const seconds = language ? YEAR_SECONDS : 0;
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser yet
  document.cookie = `${languageCookie}=${language ?? ""}; path=/; max-age=${seconds}; samesite=lax`;
}
