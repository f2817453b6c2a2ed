import type { Block, DocumentModel, Span } from "./document-model";

/** `text` is the document's text at `span`; `headingPath` holds the headings in force where it begins. */
export type Passage = {
  number: number;
  text: string;
  span: Span;
  page: number;
  headingPath: string[];
};

const target = 900;
const least = 250;
const most = 2_000;

/**
 * Cuts a document into passages of about 900 characters for search. A sentence or a table row is never cut, unless it
 * alone is longer than 2,000 characters. Running headers and footers are left out. The same model gives the same passages.
 */
export function passagesOf(model: DocumentModel): Passage[] {
  const passages: Passage[] = [];
  const headings: Heading[] = [];
  let open: { span: Span; page: number; headingPath: string[] } | null = null;

  function close() {
    if (open)
      passages.push({ number: passages.length, text: model.text.slice(...open.span), ...open });
    open = null;
  }

  for (const block of model.blocks) {
    if (block.kind === "header" || block.kind === "footer") {
      close();
      continue;
    }
    if (open && (open.page !== block.page || (isHeading(block) && lengthOf(open.span) >= least)))
      close();
    for (const unit of unitsOf(model.text, block)) {
      if (open && lengthOf(open.span) >= least && unit[1] - open.span[0] > target) close();
      open ??= { span: [...unit], page: block.page, headingPath: pathOf(headings) };
      open.span[1] = unit[1];
      if (lengthOf(open.span) >= target) close();
    }
    if (isHeading(block)) enter(headings, block, model.text);
  }
  close();
  return passages;
}

type Heading = { level: number; text: string };

function isHeading({ kind }: Block): boolean {
  return kind === "heading" || kind === "title";
}

function enter(headings: Heading[], block: Block, text: string) {
  const level = block.kind === "title" ? 0 : (block.level ?? 1);
  while ((headings.at(-1)?.level ?? -1) >= level) headings.pop();
  headings.push({
    level,
    text: text
      .slice(...block.span)
      .replace(/\s+/g, " ")
      .slice(0, 200),
  });
}

function pathOf(headings: Heading[]): string[] {
  return headings.map(({ text }) => text);
}

function lengthOf([start, end]: Span): number {
  return end - start;
}

function unitsOf(text: string, block: Block): Span[] {
  const units = block.cells ? rowsOf(block) : sentencesOf(text, block);
  return units.flatMap((unit) => (lengthOf(unit) <= most ? [unit] : piecesOf(text, unit)));
}

function rowsOf({ cells = [] }: Block): Span[] {
  const rows = new Map<number, Span>();
  for (const { row, span } of cells) {
    const whole = rows.get(row);
    if (whole) whole[1] = span[1];
    else rows.set(row, [...span]);
  }
  return [...rows.values()].filter((span) => lengthOf(span) > 0);
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

function sentencesOf(text: string, { span, kind }: Block): Span[] {
  const own = text.slice(...span);
  if (lengthOf(span) <= least || kind === "code")
    return lengthOf(span) <= most ? [span] : linesOf(own, span[0]);
  const sentences: Span[] = [];
  for (const { segment, index } of segmenter.segment(own)) {
    const length = segment.trimEnd().length;
    if (length > 0) sentences.push([span[0] + index, span[0] + index + length]);
  }
  return sentences;
}

function linesOf(own: string, offset: number): Span[] {
  return [...own.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => [
    offset + index,
    offset + index + line.length,
  ]);
}

function piecesOf(text: string, [start, end]: Span): Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > most) {
    const space = text.slice(from, from + target).search(/\s\S*$/);
    const to = from + (space > 0 ? space : wholeCharacters(text, from + target) - from);
    pieces.push([from, to]);
    from = text[to] === undefined || !/\s/.test(text[to]) ? to : to + 1;
  }
  if (end > from) pieces.push([from, end]);
  return pieces;
}

function wholeCharacters(text: string, offset: number): number {
  return /[\udc00-\udfff]/.test(text[offset] ?? "") ? offset - 1 : offset;
}
