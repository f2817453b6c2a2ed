import { createRequire } from "node:module";

/** Throws, saying what to install, where a language has no model: better when a reader is made than when a scan comes. */
export function checkLanguages(languages: readonly string[], childEntry: string): void {
  const { resolve } = createRequire(childEntry);
  if (languages.length === 0) throw new Error("Text recognition needs at least one language.");
  for (const language of languages) {
    if (!/^[a-z]{3}(_[a-z]+)?$/.test(language)) throw new Error(unknown(language));
    try {
      resolve(`@tesseract.js-data/${language}/package.json`);
    } catch (cause) {
      throw new Error(unknown(language), { cause });
    }
  }
}

function unknown(language: string): string {
  return `Text recognition has no model for the language "${language}"; it goes by tesseract's codes (eng, deu, fra, ...), and the npm package @tesseract.js-data/${language} brings the model.`;
}
