import { accepts, folded } from "./accepts";
import type { Said } from "./ask";
import { isNamed, type Turn } from "./set";

/** A longer sentence, and one that is a quotation, is no plain answer; what it holds counts as said elsewhere. */
const PLAIN_WORDS = 50;
const SHORT_TABLE = 5;

export const outcomes = [
  "first_sentence",
  "elsewhere",
  "wrong",
  "declined_rightly",
  "declined_wrongly",
  "broken",
] as const;
export type Outcome = (typeof outcomes)[number];

export type Judgement = {
  outcome: Outcome;
  /** A proven citation of a document that holds the answer, with the words that prove it; null where nothing is to be cited. */
  isProven: boolean | null;
};

/** Judges an answer. `fileOf` returns the name of a document's file. */
export function judge(
  turn: Turn,
  said: Said,
  fileOf: (documentId: string) => string | null,
): Judgement {
  if (!turn.answerable)
    return { outcome: said.found ? "wrong" : "declined_rightly", isProven: null };
  if (!said.found) return { outcome: "declined_wrongly", isProven: null };

  const text = withoutMarkers(said.text);
  const { answering, beside } = tableTextOf(turn, said);
  const first = firstSentence(text);
  const isPlain = !isQuotation(first) && first.split(/\s+/).length <= PLAIN_WORDS;
  const outcome = accepts(`${isPlain ? first : ""}\n${answering}`, turn.answers)
    ? "first_sentence"
    : accepts(`${text}\n${answering}\n${beside}`, turn.answers)
      ? "elsewhere"
      : "wrong";
  return { outcome, isProven: isProven(turn, said, fileOf) };
}

/**
 * The part of a table that answers: all of it for a list or a comparison, its totals for a count or a sum. For any other question
 * only a short table counts, as said beside the answer, because a long one holds nearly every value.
 */
function tableTextOf({ form }: Turn, { table }: Said): { answering: string; beside: string } {
  if (!table) return { answering: "", beside: "" };
  const cells = table.rows.map((row) => row.cells.map(({ text }) => text).join(" | ")).join("\n");
  const totals = (table.totals ?? []).map((total) => total ?? "").join(" | ");
  if (form === "list" || form === "comparison")
    return { answering: `${cells}\n${totals}`, beside: "" };
  if (form === "count" || form === "sum") return { answering: totals, beside: "" };
  return { answering: "", beside: table.rows.length <= SHORT_TABLE ? cells : "" };
}

/** The first sentence of a text. A number or an abbreviation with a full stop ends none. */
export function firstSentence(text: string): string {
  const line = text.trim().split("\n")[0] ?? "";
  let sentence = "";
  for (const { segment } of new Intl.Segmenter("en", { granularity: "sentence" }).segment(line)) {
    sentence += segment;
    if (
      !/(?:^|[\s(])(?:\d{1,2}|[A-Z]|No|Nr|Dr|Mr|Mrs|Ms|Inc|Ltd|Co|Corp|St|e\.K|U\.S|n\.v)\.\s*$/.test(
        segment,
      )
    )
      break;
  }
  return sentence.trim();
}

const closers: Record<string, string> = { "“": "”", "„": "“", "«": "»" };

/** A sentence that only quotes. A title in quotation marks at its beginning makes none of it. */
function isQuotation(sentence: string): boolean {
  const opener = sentence[0] ?? "";
  const closer = closers[opener];
  if (!closer) return false;
  let depth = 0;
  for (const [place, letter] of [...sentence].entries()) {
    if (letter === opener) depth += 1;
    else if (letter === closer) depth -= 1;
    if (depth === 0) return !/[\p{L}\p{N}]/u.test([...sentence].slice(place).join(""));
  }
  return true;
}

function withoutMarkers(text: string): string {
  return text.replaceAll(/\s?\[\d+(?:,\s?\d+)*\]/g, "");
}

function isProven(
  { documents, quote }: Turn,
  { citations }: Said,
  fileOf: (documentId: string) => string | null,
): boolean {
  return citations.some((cited) => {
    if (!cited.isProven) return false;
    const isRightDocument = documents.length === 0 || isNamed(documents, fileOf(cited.documentId));
    const said = folded(cited.quote);
    return (
      isRightDocument && (quote.length === 0 || quote.some((words) => said.includes(folded(words))))
    );
  });
}
