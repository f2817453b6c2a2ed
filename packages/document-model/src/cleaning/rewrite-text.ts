import type { ParsedDocument, Span } from "../parsed-document";

/** Puts `text` in the place of the text at `span`. */
export type Edit = { span: Span; text: string };

/**
 * Returns the document with another text, in which every place is true again: pages, blocks, cells, words, links and stated facts. Edits
 * may come in any order and must not overlap. Words and links whose text is gone go too; so do blocks, unless they show a picture.
 */
export function rewriteText(model: ParsedDocument, edits: readonly Edit[]): ParsedDocument {
  if (edits.length === 0) return model;
  const ordered = edits.toSorted((one, other) => one.span[0] - other.span[0]);
  const moved = movedBy(ordered);
  const text = textOf(model.text, ordered);
  const place = ([start, end]: Span): Span => [moved(start), moved(end)];
  const isLeft = ({ span }: { span: Span }) => span[1] > span[0];
  return {
    ...model,
    text,
    pages: model.pages.map((page) => ({
      ...page,
      span: place(page.span),
      words: page.words.flatMap(([start, end, ...box]) => {
        const [from, to] = place([start, end]);
        return to > from
          ? [[from, to, ...box] as const].map((word) => [...word] as (typeof page.words)[number])
          : [];
      }),
    })),
    blocks: model.blocks
      .map((block) => ({
        ...block,
        span: place(block.span),
        ...(block.cells && {
          cells: block.cells.map((cell) => {
            const span = place(cell.span);
            return { ...cell, span, text: text.slice(...span) };
          }),
        }),
      }))
      .filter((block) => isLeft(block) || block.picture !== undefined),
    links: model.links.map((link) => ({ ...link, span: place(link.span) })).filter(isLeft),
    ...(model.facts && {
      facts: model.facts.map(({ span, ...fact }) => {
        const placed = span && place(span);
        return { ...fact, ...(placed && placed[1] > placed[0] && { span: placed }) };
      }),
    }),
  };
}

function textOf(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, text: put } of edits) {
    parts.push(text.slice(at, span[0]), put);
    at = span[1];
  }
  return parts.join("") + text.slice(at);
}

/** Returns where an offset of the old text is in the new one. An offset within an edit goes to its nearest end. */
function movedBy(edits: readonly Edit[]): (offset: number) => number {
  const starts = edits.map(({ span }) => span[0]);
  const shifts: number[] = [0];
  for (const { span, text } of edits)
    shifts.push((shifts.at(-1) ?? 0) + text.length - (span[1] - span[0]));
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    const edit = edits[low - 1];
    if (!edit) return offset;
    const before = shifts[low - 1] ?? 0;
    if (offset >= edit.span[1]) return offset + (shifts[low] ?? 0);
    const isNearStart = offset - edit.span[0] <= edit.span[1] - offset;
    return edit.span[0] + before + (isNearStart ? 0 : edit.text.length);
  };
}
