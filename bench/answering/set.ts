import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { z } from "zod";

/** Any of them is right; a list within the list means that all of its members are needed. */
const Answers = z.array(z.union([z.string(), z.array(z.string())]));
export type Answers = z.infer<typeof Answers>;

const Turn = z.object({
  question: z.string(),
  language: z.string().default("en"),
  form: z.string().default("fact"),
  documents: z.array(z.string()).default([]),
  answers: Answers,
  quote: z.array(z.string()).default([]),
  answerable: z.boolean(),
});
/** A question with what is known about its answer. sets/judged/README.md explains the keys. */
export type Turn = z.infer<typeof Turn>;

const Judged = Turn.extend({
  id: z.string(),
  collection: z.string(),
  thread: z.array(z.string()).default([]),
});
export type Judged = z.infer<typeof Judged>;

const Conversation = z.object({
  id: z.string(),
  collection: z.string(),
  turns: z.array(Turn),
});
export type Conversation = z.infer<typeof Conversation>;

export type Search = { query: string; collection: string; documents: string[] };

/** The questions of a file in the form of sets/judged. */
export function readJudged(file: string): Judged[] {
  return linesOf(file).map((line) => Judged.parse(JSON.parse(line)));
}

/** The conversations of a file in the form of sets/conversations.jsonl. */
export function readConversations(file: string): Conversation[] {
  return linesOf(file).map((line) => Conversation.parse(JSON.parse(line)));
}

/** The queries of a file, one a line; the collection and the documents follow after tabs where they are known. */
export function readSearches(file: string): Search[] {
  return linesOf(file).map((line) => {
    const [query = "", collection = "", ...documents] = line.split("\t");
    return { query, collection, documents };
  });
}

/** The files of named collections, below the folder of data, from the `collections.json` beside a set or in its folder `judged`. */
export function readCollections(file: string): Record<string, string[]> {
  for (const folder of [".", "judged", "../judged"]) {
    const text = readIfThere(join(dirname(file), folder, "collections.json"));
    if (text) return z.record(z.string(), z.array(z.string())).parse(JSON.parse(text));
  }
  return {};
}

/** Returns whether one of the files of a set has this name. */
export function isNamed(documents: readonly string[], fileName: string | null): boolean {
  return documents.some((file) => basename(file) === fileName);
}

function linesOf(file: string): string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
