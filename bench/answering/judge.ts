import { accepts, folded } from "./accepts";
import type { Said } from "./ask";
import { isNamed, type Turn } from "./set";

/** A longer sentence, and one that is a quotation, is no plain answer; what it holds counts as said elsewhere. */
const PLAIN_WORDS = 50;

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
  const rows = tableTextOf(said);
  const first = firstSentence(text);
  const isPlain = !/^["“„«]/.test(first) && first.split(/\s+/).length <= PLAIN_WORDS;
  const outcome = accepts(`${isPlain ? first : ""}\n${rows}`, turn.answers)
    ? "first_sentence"
    : accepts(`${text}\n${rows}`, turn.answers)
      ? "elsewhere"
      : "wrong";
  return { outcome, isProven: isProven(turn, said, fileOf) };
}

/** The cells and sums of an answer's table: for lists, counts and sums they are the answer. */
export function tableTextOf({ table }: Pick<Said, "table">): string {
  if (!table) return "";
  const rows = table.rows.map(({ cells }) => cells.map(({ text }) => text).join(" | "));
  return [...rows, (table.totals ?? []).map((total) => total ?? "").join(" | ")].join("\n");
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
