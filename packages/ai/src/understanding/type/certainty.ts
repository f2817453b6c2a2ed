import { detectLanguage } from "../language/detect-language";

/** The languages of the lexicon and of the samples, and neighbours that share most of their words. */
const known = new Set("en de fr es it nl pt pl sv da no nb nn gl ca".split(" "));
const IN_OTHER_LANGUAGES = 0.4;

/** Returns how far the model's scores are to be trusted, from 0 to 1. In a language that it does not know, they are worth less. */
export async function certaintyOf(text: string): Promise<number> {
  const language = await detectLanguage(text);
  return language && !known.has(language.code) ? IN_OTHER_LANGUAGES : 1;
}
