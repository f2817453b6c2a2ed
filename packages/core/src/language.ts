/** The languages of the interface and of mails. The first is for everybody who asks for none of them. */
export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];

/** Returns the stored word as a language, null for the browser's. PostgreSQL keeps the word to this list with a check. */
export function languageOf(stored: string | null): Language | null {
  const language = languages.find((each) => each === stored) ?? null;
  if (stored !== null && !language) throw new Error(`BeSunny has no language ${stored}`);
  return language;
}

/** Returns the language tags of an `Accept-Language`, most wanted first as browsers send them, without what is no tag. */
export function tagsOf(acceptLanguage: string): string[] {
  return acceptLanguage
    .split(",")
    .map((part) => part.split(";")[0]?.trim() ?? "")
    .filter((tag) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag));
}

/** Returns the first of the offered languages that an `Accept-Language` names, and English if it names none. */
export function languageAsked(
  acceptLanguage: string,
  offered: readonly Language[] = languages,
): Language {
  for (const tag of tagsOf(acceptLanguage)) {
    const found = offered.find((language) => language === tag.split("-")[0]?.toLowerCase());
    if (found) return found;
  }
  return "en";
}

/** Returns a moment as a mail says it: in UTC, with its day, since the time zone of the reader is not known. */
export function momentIn(language: Language, moment: Date): string {
  if (language === "en") return moment.toUTCString();
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: "full",
    timeStyle: "short",
    timeZone: "UTC",
  });
  return `${format.format(moment)} UTC`;
}
