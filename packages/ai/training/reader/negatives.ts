import { sentencesOfText } from "@besunny/document-model/sentences";
import { stems } from "../../src/answering/question";
import { randomNumbers } from "../random-numbers";
import type { ReaderRow } from "./rows";

const NAMES = /(?<!^)(?<=\s)\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)*/gu;
const NUMBERS = /\b\d[\d,.]*\b/g;

/** Words whose opposite makes most questions about a fact impossible. */
const opposites = new Map(
  [
    "first last",
    "largest smallest",
    "highest lowest",
    "most least",
    "oldest newest",
    "before after",
    "increase decrease",
    "increased decreased",
    "more less",
    "north south",
    "east west",
    "northern southern",
    "eastern western",
    "early late",
    "began ended",
    "start end",
    "minimum maximum",
    "buyer seller",
    "landlord tenant",
    "won lost",
    "above below",
    "major minor",
    "male female",
    "public private",
    "open closed",
    "internal external",
    "employer employee",
    "licensor licensee",
    "supplier customer",
    "allowed forbidden",
    "included excluded",
    "joined left",
    "born died",
    "founded dissolved",
  ].flatMap((pair): [string, string][] => {
    const [one = "", other = ""] = pair.split(" ");
    return [
      [one, other],
      [other, one],
    ];
  }),
);

/**
 * Makes rows without an answer from rows with one. The question is about another name, another number or the opposite. Or the passage has lost the
 * sentence that answers. Or it is the nearest other one of the same group.
 */
export function withoutAnswers(rows: readonly ReaderRow[], seed: number): ReaderRow[] {
  const random = randomNumbers(seed);
  const groups = Map.groupBy(rows, ({ group }) => group);
  const made: ReaderRow[] = [];
  for (const row of rows) {
    if (row.spans.length === 0) continue;
    const others = groups.get(row.group) ?? [];
    const draw = random();
    if (draw >= 0.85) continue;
    const own =
      draw < 0.35 ? changed(row, others, random) : draw < 0.55 ? withoutSentence(row) : null;
    const other = own ?? elsewhere(row, others, random);
    if (other) made.push(other);
  }
  return made;
}

function changed(
  row: ReaderRow,
  others: readonly ReaderRow[],
  random: () => number,
): ReaderRow | null {
  const words = row.question.split(" ");
  const at = words.findIndex((word) => opposites.has(word.toLowerCase()));
  if (at >= 0 && random() < 0.5) {
    words[at] = opposites.get(words[at]?.toLowerCase() ?? "") ?? "";
    return { ...row, question: words.join(" "), spans: [] };
  }
  for (const pattern of random() < 0.5 ? [NAMES, NUMBERS] : [NUMBERS, NAMES]) {
    const own = row.question.match(pattern)?.at(-1);
    if (!own) continue;
    const from = random() < 0.6 ? row.passage : (pick(others, random)?.question ?? "");
    const options = [...from.matchAll(pattern)]
      .map(({ 0: text }) => text)
      .filter((text) => !row.question.includes(text) && !text.includes(own));
    const chosen = pick(options, random);
    if (chosen) return { ...row, question: row.question.replace(own, chosen), spans: [] };
  }
  return null;
}

function withoutSentence(row: ReaderRow): ReaderRow | null {
  const [start, end] = row.spans[0] ?? [0, 0];
  const kept = sentencesOfText(row.passage).filter(([from, to]) => to <= start || from >= end);
  if (kept.length < 2) return null;
  const passage = kept.map((span) => row.passage.slice(...span)).join(" ");
  const answer = row.passage.slice(start, end).toLowerCase();
  return passage.toLowerCase().includes(answer) ? null : { ...row, passage, spans: [] };
}

const TRIED = 12;

function elsewhere(
  row: ReaderRow,
  others: readonly ReaderRow[],
  random: () => number,
): ReaderRow | null {
  const answer = row.passage.slice(...(row.spans[0] ?? [0, 0])).toLowerCase();
  const asked = new Set(stems(row.question));
  let best: { passage: ReaderRow; shared: number } | null = null;
  for (let turn = 0; turn < TRIED; turn++) {
    const other = pick(others, random);
    if (!other || other.passage === row.passage) continue;
    if (answer.length > 0 && other.passage.toLowerCase().includes(answer)) continue;
    const shared = new Set(stems(other.passage).filter((word) => asked.has(word))).size;
    if (!best || shared > best.shared) best = { passage: other, shared };
  }
  if (!best) return null;
  const { passage, title } = best.passage;
  return { ...row, passage, title, spans: [] };
}

function pick<T>(from: readonly T[], random: () => number): T | undefined {
  return from[Math.floor(random() * from.length)];
}
