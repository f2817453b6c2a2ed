import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { Word } from "../src/understanding/entities/tagger-features";

export type NameLabel = "none" | "person" | "organisation" | "place";
export type LabelledSentence = { words: Word[]; labels: NameLabel[] };

const kinds: Record<string, NameLabel> = {
  PER: "person",
  ORG: "organisation",
  LOC: "place",
  person: "person",
  organization: "organisation",
  place: "place",
};

/** Reads the sentences of a CoNLL file or of all files of a folder. A line has a word and a tag; a blank line separates sentences. */
export function readConll(path: string): LabelledSentence[] {
  const files = path.includes(".") ? [path] : readdirSync(path).map((file) => join(path, file));
  return files
    .flatMap((file) => readFileSync(file, "utf8").split(/\n\s*\n/))
    .map((block) => sentence(block))
    .filter(({ words }) => words.length > 0);
}

function sentence(block: string): LabelledSentence {
  const rows = block
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter((row) => row.length >= 2);
  const written = rows.map(([word = ""]) => word.replace("-LRB-", "(").replace("-RRB-", ")"));
  let offset = 0;
  const words = written.map((text) => {
    const start = offset;
    offset += text.length + 1;
    return { text, start, end: start + text.length };
  });
  const labels = rows.map((row) => kinds[(row.at(-1) ?? "").replace(/^[BI]-/, "")] ?? "none");
  return { words, labels: properOnly(written, labels) };
}

/** Keeps proper names only. GUM marks "the city" as a place, but a name has a capital, and a leading article is no part of it. */
function properOnly(written: readonly string[], labels: readonly NameLabel[]): NameLabel[] {
  const kept = [...labels];
  for (let start = 0; start < kept.length; ) {
    let end = start + 1;
    while (end < kept.length && kept[end] === kept[start]) end++;
    const names = written
      .slice(start, end)
      .filter(
        (word) =>
          /^\p{Lu}/u.test(word) &&
          !/^(?:The|I|He|She|It|We|They|You|My|Our|His|Her|Their|This|That|A|An)$/.test(word),
      );
    const lower = written.slice(start, end).filter((word) => /^\p{Ll}/u.test(word));
    if (kept[start] !== "none" && (names.length === 0 || lower.length > names.length))
      kept.fill("none", start, end);
    else if (kept[start] !== "none")
      while (start < end && /^(?:the|a|an|our|his|her|their|this)$/i.test(written[start] ?? ""))
        kept[start++] = "none";
    start = end;
  }
  return kept;
}
