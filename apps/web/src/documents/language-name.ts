const byLocale = new Map<string, Intl.DisplayNames>();

/** Returns the name of a language in a locale: "German" for "de" in English. What is no language code stays as it is. */
export function languageName(code: string, locale: string): string {
  const names = byLocale.get(locale) ?? new Intl.DisplayNames(locale, { type: "language" });
  byLocale.set(locale, names);
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
