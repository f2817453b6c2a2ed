import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const folders = ["apps/web/messages", "packages/web-kit/messages"];

export type Texts = Readonly<Record<string, string>>;
/** The texts of one file in English and in another language, by namespace and key. */
export type Pair = { file: string; english: Texts; other: Texts };

/** The files that only other languages have: English sentences and names of the server, each with its translation. */
export const sentenceFiles = [
  "told.json",
  "server.json",
  "operations.json",
  "definitions.json",
  "figures.json",
] as const;

/** The namespaces without messages of their own: names and sentences that are English where they come from. */
export const withoutEnglish: readonly string[] = ["typeNames", "fieldNames", "told"];

/** Returns each file of English with its counterpart; a counterpart that is missing is empty. */
export function readPairs(language: string): Pair[] {
  return folders.flatMap((folder) =>
    [`${folder}/en.json`, ...slicesOf(`${folder}/en`)].map((file) => ({
      file,
      english: flat(readJson(file)),
      other: flat(readJson(file.replace(/\/en(?=[/.])/, `/${language}`))),
    })),
  );
}

/** Returns the files of a folder of slices, such as `apps/web/messages/en`. */
export function slicesOf(folder: string): string[] {
  const path = join(root, folder);
  return existsSync(path) ? readdirSync(path).map((name) => `${folder}/${name}`) : [];
}

/** Returns the English sentences of a file with their translations. */
export function readSentences(language: string, file: (typeof sentenceFiles)[number]): Texts {
  return flat(readJson(`apps/web/messages/${language}/${file}`));
}

/** Returns a text file of the repository. */
export function readText(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function readJson(file: string): unknown {
  return existsSync(join(root, file)) ? JSON.parse(readText(file)) : {};
}

function flat(value: unknown, path = ""): Record<string, string> {
  if (typeof value === "string") return { [path]: value };
  return Object.assign(
    {},
    ...Object.entries(value ?? {}).map(([key, inner]) =>
      flat(inner, path ? `${path}.${key}` : key),
    ),
  );
}
