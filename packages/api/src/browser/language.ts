export { type Language, languageAsked, languages, tagsOf } from "@besunny/core/language";

/** The cookie that keeps the language that was chosen in a browser, also for people who are not signed in. */
export const languageCookie = "besunny.language";
