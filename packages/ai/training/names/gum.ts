import type { NamedKind, NamedSentence, NameSpan } from "./named-sentence";
import { spaced } from "./named-sentence";

const kinds: Record<string, NamedKind> = {
  person: "person",
  organization: "organisation",
  place: "place",
};
const inner: Record<NamedKind, Set<string>> = {
  person: new Set("- de la du von van der bin al".split(" ")),
  organisation: new Set("of the and for & - ' ’ 's de la du".split(" ")),
  place: new Set("of the & - ' ’ de la du".split(" ")),
};

/** Reads a document of GUM in CoNLL-U. GUM marks all mentions of people, organisations and places, so only those that are proper names are kept. */
export function readGum(text: string, file: string): NamedSentence[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => sentence(block, file))
    .filter(({ words }) => words.length > 0);
}

/** "Texans" and "Muslims" are proper nouns, but no person's name. */
const plural = new Set(["NNPS"]);

type Mention = NameSpan & { heads: number[] };

function sentence(block: string, document: string): NamedSentence {
  const rows = block
    .split("\n")
    .map((line) => line.split("\t"))
    .filter(([number = ""]) => /^\d+$/.test(number));
  const open: { kind: NamedKind | undefined; id: string; from: number; heads: number[] }[] = [];
  const mentions: Mention[] = [];
  const close = (id: string, to: number) => {
    const at = open.findLastIndex((each) => each.id === id);
    const [mention] = at < 0 ? [] : open.splice(at, 1);
    if (mention?.kind)
      mentions.push({ kind: mention.kind, from: mention.from, to, heads: mention.heads });
  };
  for (const [index, row] of rows.entries()) {
    const entity = /Entity=([^|]*)/.exec(row[9] ?? "")?.[1] ?? "";
    for (const [part] of entity.matchAll(/\([^()]+\)?|[^()]+\)/g)) {
      if (!part.startsWith("(")) {
        close(part.slice(0, -1), index + 1);
        continue;
      }
      // The fields are: number, kind, newness, salience, centering, heads, link, identity.
      const [id = "", kind = "", , , , heads = ""] = part.replace(/[()]/g, "").split("-");
      const positions = heads.split(",").map((head) => index + Number(head) - 1);
      open.push({ kind: kinds[kind], id, from: index, heads: positions });
      if (part.endsWith(")")) close(id, index + 1);
    }
  }
  const columns = {
    words: rows.map((row) => row[1] ?? ""),
    tags: rows.map((row) => row[3] ?? ""),
    finer: rows.map((row) => row[4] ?? ""),
  };
  const names = mentions.flatMap((mention) => named(mention, columns));
  return { words: spaced(columns.words), names: outermost(names), document };
}

/** Returns the name in a mention: the proper nouns at its head, with the small words between them. "The painter Andy Warhol" holds "Andy Warhol". */
function named(
  { kind, from, to, heads }: Mention,
  { words, tags, finer }: Record<"words" | "tags" | "finer", readonly string[]>,
): NameSpan[] {
  const isCapital = (index: number) =>
    index >= from && index < to && /^\p{Lu}|\d/u.test(words[index] ?? "");
  const isProper = (index: number) =>
    isCapital(index) &&
    (tags[index] === "PROPN" || (kind !== "person" && /ADJ|NOUN|NUM/.test(tags[index] ?? "")));
  const isBetween = (index: number, step: number) =>
    inner[kind].has((words[index] ?? "").toLowerCase()) && isProper(index + step);
  const head = heads.find((index) => isCapital(index) && tags[index] === "PROPN");
  if (head === undefined) return [];
  let start = head;
  let end = head + 1;
  while (isProper(start - 1) || isBetween(start - 1, -1)) start--;
  while (isProper(end) || isBetween(end, 1) || (isBetween(end, 2) && words[end + 1] === "the"))
    end++;
  const isPeople = kind === "person" && end - start === 1 && plural.has(finer[start] ?? "");
  return isPeople ? [] : [{ kind, from: start, to: end }];
}

function outermost(names: readonly NameSpan[]): NameSpan[] {
  const kept: NameSpan[] = [];
  for (const name of [...names].sort((a, b) => b.to - b.from - (a.to - a.from)))
    if (!kept.some((other) => name.from < other.to && other.from < name.to)) kept.push(name);
  return kept.sort((a, b) => a.from - b.from);
}
