import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { SourceTree } from "../import-rules/reading/source-tree";
import type { Prose } from "./prose";
import { proseOfMarkdown } from "./prose-of-markdown";
import { proseOfSource } from "./prose-of-source";

const root = join(import.meta.dirname, "../..");
const pages = [
  "*.md",
  "docs/**/*.md",
  "packages/*/*.md",
  "apps/*/*.md",
  "integrations/*/*.md",
  "bench/*.md",
];

/** Reads everything that people read: pages, comments, the API's descriptions, error messages and the interface. */
export function readProse(tree: SourceTree): Prose[] {
  const fromPages = globSync(pages, { cwd: root }).flatMap((path) =>
    proseOfMarkdown(path, readFileSync(join(root, path), "utf8")),
  );
  const fromSources = [...tree.files.values()].flatMap(proseOfSource);
  const fromInterface = globSync("apps/*/messages/**/*.json", { cwd: root }).flatMap((path) =>
    proseOfInterface(path, JSON.parse(readFileSync(join(root, path), "utf8"))),
  );
  return [...fromPages, ...fromSources, ...fromInterface];
}

/** Reads the texts of a message file, which nests them by screen. */
export function proseOfInterface(path: string, messages: unknown): Prose[] {
  if (typeof messages === "string")
    return [{ path, line: 1, area: "interface", text: messages, isSentences: false }];
  if (typeof messages !== "object" || messages === null) return [];
  return Object.values(messages).flatMap((inner) => proseOfInterface(path, inner));
}
