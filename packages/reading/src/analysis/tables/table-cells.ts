import type { Box } from "@besunny/document-model/parsed-document";
import { unionOf } from "../layout/page-geometry";
import type { FoundCell, Rule } from "./found-table";
import type { Column } from "./table-columns";
import type { Piece } from "./table-pieces";
import type { TableRow } from "./table-rows";

type Slot = { row: number; column: number; rowSpan: number; columnSpan: number; pieces: Piece[] };

/** Returns the cells over the grid of rows and columns. Joins the cells between which a ruled table has no line. */
export function cellsOfTable(rows: TableRow[], columns: Column[], down: Rule[]): Slot[] {
  const slots: Slot[] = [];
  const taken = rows.map(() => columns.map(() => false));
  const filled = rows.map((row) => joinedPieces(row.pieces));
  const pieceAt = (row: number, column: number) =>
    filled[row]?.find(({ from, to }) => from <= column && to >= column);

  for (const [row] of rows.entries())
    for (const [column] of columns.entries()) {
      if (taken[row]?.[column]) continue;
      const slot = grown(row, column);
      for (let r = row; r < row + slot.rowSpan; r++)
        for (let c = column; c < column + slot.columnSpan; c++) {
          const line = taken[r];
          if (line) line[c] = true;
        }
      slots.push(slot);
    }
  return slots;

  function grown(row: number, column: number): Slot {
    const own = pieceAt(row, column);
    let end = own ? own.to : column;
    const isFree = (r: number, c: number) => c < columns.length && !taken[r]?.[c];
    while (isFree(row, end + 1) && isOpenRight(row, end)) {
      const next = pieceAt(row, end + 1);
      if (next && (own || hasPiece(row, column, end))) break;
      end = next ? next.to : end + 1;
    }
    const pieces = piecesBetween(row, column, end);
    let bottom = row;
    while (canGrowDown(bottom, column, end, pieces)) {
      bottom += 1;
      pieces.push(...piecesBetween(bottom, column, end));
    }
    return { row, column, rowSpan: bottom - row + 1, columnSpan: end - column + 1, pieces };
  }

  function piecesBetween(row: number, from: number, to: number): Piece[] {
    return (filled[row] ?? []).filter((piece) => piece.from <= to && piece.to >= from);
  }

  function hasPiece(row: number, from: number, to: number): boolean {
    return piecesBetween(row, from, to).length > 0;
  }

  function isOpenRight(row: number, column: number): boolean {
    const [band, edge] = [rows[row], columns[column]?.right ?? 0];
    if (!band) return false;
    const drawn = down.filter(([x]) => Math.abs(x - edge) < 4);
    if (drawn.length === 0) return false;
    const covered = drawn.reduce(
      (sum, [, y, , height]) =>
        sum + Math.max(0, Math.min(band.bottom, y + height) - Math.max(band.top, y)),
      0,
    );
    return covered < 0.3 * (band.bottom - band.top);
  }

  /** Returns true for a label of several rows: the label is in the first row, and no line separates the rows below it. */
  function isLabelOfSeveral(row: number, from: number, to: number, above: Piece[]): boolean {
    if (from > 2 || above.length === 0 || down.length === 0 || hasPiece(row + 1, 0, to))
      return false;
    for (let column = from; column <= to; column++) if (taken[row + 1]?.[column]) return false;
    const isBounded =
      row + 4 >= rows.length ||
      rows.slice(row + 1, row + 4).some(({ ruledBelow }) => ruledBelow?.[from]);
    return isBounded && rows.filter(({ ruledBelow }) => ruledBelow?.[0]).length >= 3;
  }

  function canGrowDown(row: number, from: number, to: number, above: Piece[]): boolean {
    const ruled = rows[row]?.ruledBelow;
    const next = rows[row + 1];
    if (!next) return false;
    if (!ruled) return isLabelOfSeveral(row, from, to, above);
    for (let column = from; column <= to; column++)
      if (ruled[column] || taken[row + 1]?.[column]) return false;
    const below = piecesBetween(row + 1, from, to);
    if (below.some((piece) => piece.from < from || piece.to > to)) return false;
    if (above.length === 0 && below.length > 1) return false;
    if (above.length === 0 || below.length === 0) return true;
    // A line that stops before the labels does not separate rows of labels, unless the cell also has lines at its side.
    if (down.length === 0) return false;
    return (
      !above.some(({ isValue }) => isValue) &&
      !below.some(({ isValue }) => isValue) &&
      isTight(above, below)
    );
  }
}

function isTight(above: Piece[], below: Piece[]): boolean {
  const [a, b] = [boxOf(above), boxOf(below)];
  const size = above[0]?.words[0]?.size ?? 10;
  return b[1] - (a[1] + a[3]) < 0.6 * size;
}

function boxOf(pieces: Piece[]): Box {
  return unionOf(pieces.flatMap(({ words }) => words.map(({ at }) => at)));
}

/** Joins pieces of one row that share a column into one cell. */
function joinedPieces(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    let merged: Piece = { ...piece, words: [...piece.words] };
    for (let index = joined.length - 1; index >= 0; index--) {
      const other = joined[index];
      if (!other || other.from > merged.to || other.to < merged.from) continue;
      joined.splice(index, 1);
      merged = {
        from: Math.min(other.from, merged.from),
        to: Math.max(other.to, merged.to),
        words: [...other.words, ...merged.words],
        isValue: other.isValue && merged.isValue,
      };
    }
    joined.push(merged);
  }
  return joined;
}

export function asFoundCells(
  slots: Slot[],
  rows: TableRow[],
  columns: Column[],
  heads: number,
): FoundCell[] {
  return slots.map(({ pieces, ...place }) => {
    const words = pieces.flatMap((piece) => piece.words);
    const last = rows[place.row + place.rowSpan - 1];
    const [top, bottom] = [rows[place.row]?.top ?? 0, last?.bottom ?? 0];
    const [left, right] = [
      columns[place.column]?.left ?? 0,
      columns[place.column + place.columnSpan - 1]?.right ?? 0,
    ];
    return {
      ...place,
      isHeader: place.row < heads,
      words,
      box:
        words.length > 0
          ? unionOf(words.map(({ at }) => at))
          : [left, top, right - left, Math.max(0, bottom - top)],
    };
  });
}
