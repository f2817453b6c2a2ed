import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../../src/ai";
import { withTitle } from "../../src/answering/reader/with-title";
import type { Token, WordPieces } from "../../src/minilm/word-pieces";
import type { ReaderRow } from "./rows";

/** The most pieces of question and passage that are read, as in the reader itself. */
const MOST_QUESTION = 40;
const MOST_PASSAGE = 250;

/**
 * Writes the rows as word pieces, one a line, for `train.py`. A row has the ids of question and passage and the first piece after the title. It has the
 * first and last piece of the answer, too.
 */
export function writeRows(rows: readonly ReaderRow[], folder: string, split: WordPieces): void {
  mkdirSync(folder, { recursive: true });
  const lines = rows.flatMap(({ set, group, title, passage, question, spans }) => {
    const shown = withTitle(title, passage);
    const own = split(shown.text, MOST_PASSAGE);
    const asked = split(question, MOST_QUESTION);
    const first = own.findIndex(({ start }) => start >= shown.from);
    const pieces = spans.flatMap((span) => piecesOf(own, span, shown.from));
    if (asked.length === 0 || first < 0 || (spans.length > 0 && pieces.length === 0)) return [];
    const ids = (tokens: readonly Token[]) => tokens.map(({ id }) => id);
    const row = { set, group, question: ids(asked), passage: ids(own), first };
    return [JSON.stringify({ ...row, span: pieces[0] ?? null })];
  });
  writeFileSync(join(folder, "rows.jsonl"), lines.join("\n"));
}

/** The first and the last piece of a span of the passage; none if it was cut off. */
function piecesOf(tokens: readonly Token[], [start, end]: Span, from: number): Span[] {
  const first = tokens.findIndex((token) => token.end > start + from);
  const last = tokens.findLastIndex((token) => token.start < end + from);
  return first >= 0 && last >= first && (tokens.at(-1)?.end ?? 0) >= end + from
    ? [[first, last]]
    : [];
}
