import type { Piece } from "./add-content-items";
import { joinRich, type RichText } from "./rich-text";

/** The text of pieces as one, tables in them too; `beside` is what is no text of its own. */
export function joinedPieces(
  pieces: Piece[],
  separator: string,
): { rich: RichText; beside: Piece[] } {
  const parts: RichText[] = [];
  const beside: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind === "table")
      parts.push(...piece.cells.map(({ text, links = [] }) => ({ text, links })));
    else if (piece.kind === "comment" || piece.kind === "footnote" || !("text" in piece))
      beside.push(piece);
    else parts.push({ text: piece.text, links: piece.links ?? [] });
  }
  return {
    rich: joinRich(
      parts.filter(({ text }) => text.trim() !== ""),
      separator,
    ),
    beside,
  };
}
