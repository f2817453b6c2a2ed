import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const modelScope = "@tesseract.js-data";

/** Throws, saying what to install, where a language has no model: better when a reader is made than when a scan comes. */
export function checkLanguages(languages: readonly string[], childEntry: string): void {
  if (languages.length === 0) throw new Error("Text recognition needs at least one language.");
  const [unknown] = languagesWithoutModel(languages, childEntry);
  if (unknown !== undefined)
    throw new Error(`Text recognition ${explainLanguage(unknown, childEntry)}.`);
}

/** Those of the languages (tesseract's codes) that the reading child at `childEntry` would find no model of. */
export function languagesWithoutModel(
  languages: readonly string[],
  childEntry: string,
): readonly string[] {
  const { resolve } = createRequire(childEntry);
  return languages.filter((language) => {
    if (!/^[a-z]{3}(_[a-z]+)?$/.test(language)) return true;
    try {
      resolve(`${modelScope}/${language}/package.json`);
      return false;
    } catch {
      return true;
    }
  });
}

/** What to say of a language without a model: which ones there are, and how to get it. The end of a sentence. */
export function explainLanguage(language: string, childEntry: string): string {
  return `has no model for the language "${language}"; there are ${installedLanguages(childEntry).join(", ")}, and the npm package ${modelScope}/${language} brings another of tesseract's`;
}

/** The languages that a reading child at `childEntry` has models of, by name. */
function installedLanguages(childEntry: string): string[] {
  const folders = createRequire(childEntry).resolve.paths(modelScope) ?? [];
  return [...new Set(folders.flatMap((folder) => namesIn(join(folder, modelScope))))].sort();
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
