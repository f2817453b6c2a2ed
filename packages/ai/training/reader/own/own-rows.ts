import type { Span } from "../../../src/ai";
import type { ReaderRow } from "../rows";
import type { Paper } from "./paper";
import { papers } from "./papers";
import { filler, seedSlots } from "./slots/filler";

const ROUNDS = 9;
const MISSING = 5;

/** Rows of our own field: each paper several times, with other names, dates and amounts. A paper is one group, so that it is held out as a whole. */
export function ownRows(): ReaderRow[] {
  seedSlots(11);
  return Array.from({ length: ROUNDS }, (_, round) =>
    papers.flatMap((paper, number) => rowsOf(paper, round, `own ${number}`)),
  ).flat();
}

function rowsOf(paper: Paper, round: number, group: string): ReaderRow[] {
  const filled = filler(paper.language);
  const { text, spans } = marked(filled(paper.text));
  const row = { set: "own", group, title: filled(paper.title), passage: text };
  const answered = Object.entries(paper.questions).map(([key, questions], at) => {
    const span = spans.get(key);
    if (!span) throw new Error(`The paper ${paper.title} marks no ${key}`);
    return { ...row, question: filled(turn(questions, round + at, 1)[0] ?? ""), spans: [span] };
  });
  const missing = turn(paper.missing, round, MISSING).map((question) => ({
    ...row,
    question: filled(question),
    spans: [],
  }));
  return [...answered, ...missing];
}

/** Each round takes the next of a list, so that none is left out. */
function turn<T>(list: readonly T[], round: number, count: number): T[] {
  return Array.from({ length: Math.min(count, list.length) }, (_, index) =>
    list.at((round * count + index) % list.length),
  ).filter((item) => item !== undefined);
}

function marked(text: string): { text: string; spans: Map<string, Span> } {
  const spans = new Map<string, Span>();
  let plain = "";
  let at = 0;
  for (const { index, 0: whole, 1: key = "", 2: words = "" } of text.matchAll(
    /\[(\w+):([^\]]*)\]/g,
  )) {
    plain += text.slice(at, index);
    spans.set(key, [plain.length, plain.length + words.length]);
    plain += words;
    at = index + whole.length;
  }
  return { text: plain + text.slice(at), spans };
}
