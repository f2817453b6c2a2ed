import type { Span } from "../../ai";
import type { DocumentView } from "../document-view";
import type { Found } from "../entities/found";
import { firms } from "./firms";
import { isNameLanguage, loadTagger } from "./load-tagger";
import { sureNames } from "./sure-names";
import type { TaggedSentence } from "./tagger";
import { type Word, words } from "./words";

type Piece = { start: number; text: string; words: Word[] };

/**
 * Finds people, organisations and places by the shipped tagger of the document's language, and firms by the endings of their names. Finds none if the
 * language is unknown, in code and in the heads of columns.
 */
export async function findNames(
  view: Pick<DocumentView, "document" | "sentences" | "tokensOf">,
  language: string | null,
  /** Names below the threshold of their kind are dropped. Without it, the tagger's own, which are chosen for precision. */
  thresholds?: Readonly<Record<string, number>>,
): Promise<Found[]> {
  if (language === null) return [];
  const pieces = piecesOf(view);
  const byForm = pieces.flatMap(({ start, text }) =>
    firms(text).map((firm) => ({ ...firm, start: start + firm.start, end: start + firm.end })),
  );
  if (!isNameLanguage(language)) return byForm;
  const found: Found[] = [...byForm];
  const tagger = await loadTagger(language);
  const read = pieces.flatMap((piece): { piece: Piece; sentence: TaggedSentence }[] => {
    if (!/\p{Lu}/u.test(piece.text)) return [];
    const span: Span = [piece.start, piece.start + piece.text.length];
    const tokens = tagger.needsTokens ? view.tokensOf(span) : null;
    if (tagger.needsTokens && tokens === null) return [];
    return [{ piece, sentence: { words: piece.words, tokens } }];
  });
  const names = sureNames(
    tagger,
    read.map(({ sentence }) => sentence),
    thresholds,
  );
  for (const [index, { piece }] of read.entries())
    for (const { kind, from, to, confidence } of names[index] ?? []) {
      const [first, last] = [piece.words[from], piece.words[to - 1]];
      if (!first || !last) continue;
      const [start, end] = [piece.start + first.start, piece.start + last.end];
      if (byForm.some((firm) => start < firm.end && firm.start < end)) continue;
      found.push({ kind, start, end, confidence: Math.round(confidence * 1_000) / 1_000 });
    }
  return found;
}

/** Returns the sentences without code and column heads. A cell of a table is read alone: a name does not go on in the next cell. */
function piecesOf({ document, sentences }: Pick<DocumentView, "document" | "sentences">): Piece[] {
  const left = leftOut(document);
  return sentences.flatMap(({ span, text }) =>
    [...text.matchAll(/[^\t]+/g)].flatMap(({ 0: part, index }) => {
      const start = span[0] + index;
      if (left.some(([from, to]) => start >= from && start < to)) return [];
      return [{ start, text: part, words: words(part) }];
    }),
  );
}

function leftOut({ text, blocks }: DocumentView["document"]): Span[] {
  return blocks.flatMap(({ kind, span: [start, end] }): Span[] => {
    if (kind === "code" || kind === "formula") return [[start, end]];
    if (kind !== "table") return [];
    const line = text.indexOf("\n", start);
    return [[start, line < 0 || line > end ? end : line]];
  });
}
