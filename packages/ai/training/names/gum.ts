import type { NameKind, NamedSentence, NameSpan } from "./named-sentence";
import { spaced } from "./named-sentence";

const kinds: Record<string, NameKind> = { person: "person", organization: "organisation", place: "place" };
const inner = new Set("of the and for & - ' ’ 's de la du von van".split(" "));

/** Reads a document of GUM in CoNLL-U. GUM marks all mentions of people, organisations and places, so only those that are proper names are kept. */
export function readGum(text: string, file: string): NamedSentence[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => sentence(block, file))
    .filter(({ words }) => words.length > 0);
}

function sentence(block: string, document: string): NamedSentence {
  const rows = block
    .split("\n")
    .map((line) => line.split("\t"))
    .filter(([number = ""]) => /^\d+$/.test(number));
  const open: { kind: NameKind | undefined; id: string; from: number }[] = [];
  const mentions: NameSpan[] = [];
  const close = (id: string, to: number) => {
    const at = open.findLastIndex((each) => each.id === id);
    const [mention] = at < 0 ? [] : open.splice(at, 1);
    if (mention?.kind) mentions.push({ kind: mention.kind, from: mention.from, to });
  };
  for (const [index, row] of rows.entries()) {
    const entity = /Entity=([^|]*)/.exec(row[9] ?? "")?.[1] ?? "";
    for (const [part] of entity.matchAll(/\([^()]+\)?|[^()]+\)/g)) {
      if (!part.startsWith("(")) {
        close(part.slice(0, -1), index + 1);
        continue;
      }
      const [id = "", kind = ""] = part.replace(/[()]/g, "").split("-");
      open.push({ kind: kinds[kind], id, from: index });
      if (part.endsWith(")")) close(id, index + 1);
    }
  }
  const words = spaced(rows.map(([, form = ""]) => form));
  const tags = rows.map((row) => row[3] ?? "");
  return { words, names: outermost(mentions.flatMap((each) => named(each, words.map(({ text }) => text), tags))), document };
}

/** Returns the mention without its article if all that remains is a name. */
function named({ kind, from, to }: NameSpan, words: readonly string[], tags: readonly string[]): NameSpan[] {
  let start = from;
  while (start < to && tags[start] === "DET") start++;
  let end = to;
  while (end > start && (words[end - 1] === "'s" || words[end - 1] === "’s" || tags[end - 1] === "PUNCT")) end--;
  const isName = (index: number) =>
    tags[index] === "PROPN" || (/^\p{Lu}/u.test(words[index] ?? "") && tags[index] !== "PRON");
  const isInner = (index: number) => inner.has((words[index] ?? "").toLowerCase()) || tags[index] === "NUM";
  if (start >= end || !isName(start) || !(isName(end - 1) || tags[end - 1] === "NUM")) return [];
  const positions = Array.from({ length: end - start }, (_, step) => start + step);
  if (!positions.every((index) => isName(index) || isInner(index))) return [];
  return positions.some((index) => tags[index] === "PROPN") ? [{ kind, from: start, to: end }] : [];
}

function outermost(names: readonly NameSpan[]): NameSpan[] {
  const kept: NameSpan[] = [];
  for (const name of [...names].sort((a, b) => b.to - b.from - (a.to - a.from)))
    if (!kept.some((other) => name.from < other.to && other.from < name.to)) kept.push(name);
  return kept.sort((a, b) => a.from - b.from);
}
