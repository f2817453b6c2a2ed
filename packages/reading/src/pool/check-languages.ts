import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const modelScope = "@tesseract.js-data";

/** Throws an error that names the missing package if a language has no model. This check runs when a reader is made, before any scan. */
export function checkLanguages(languages: readonly string[], childEntry: string): void {
  if (languages.length === 0) throw new Error("Text recognition needs at least one language.");
  const [unknown] = languagesWithoutModel(languages, childEntry);
  if (unknown !== undefined)
    throw new Error(`Text recognition ${explainLanguage(unknown, childEntry)}.`);
}

/** Returns the languages (tesseract's codes) for which the reading child at `childEntry` has no model. */
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

/** Returns the end of a sentence about a language without a model: the languages that exist, and the package to install. */
export function explainLanguage(language: string, childEntry: string): string {
  return `has no model for the language "${language}"; there are ${installedLanguages(childEntry).join(", ")}, and the npm package ${modelScope}/${language} brings another of tesseract's`;
}

/** Returns the names of the languages for which a reading child at `childEntry` has models. */
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
