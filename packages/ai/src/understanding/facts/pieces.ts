import type { DocumentInput, Span } from "../../ai";

/** A stretch of text on one line. `row` counts lines; `left`, `right`, `top` and `height` are in points, or in characters and lines. */
export type Piece = {
  text: string;
  span: Span;
  row: number;
  left: number;
  right: number;
  top: number;
  height: number;
  page: number;
};

/** The pieces of a document, line by line, each line from left to right. */
export type Layout = { rows: Piece[][]; pieces: Piece[] };

const CELL = 1_000;
const GAP = / {2,}|\t/g;

/** Lays a document out in lines: by the places of its words where they are known, else by its line breaks and gaps. */
export function layOut(
  { text, pieces = [] }: Pick<DocumentInput, "text" | "pieces">,
  most: number,
): Layout {
  const end = Math.min(text.length, most);
  const placed = pieces.filter(({ span }) => span[1] <= end);
  const covered = placed.reduce((last, { span }) => Math.max(last, span[1]), 0);
  const rows = [...rowsOfPlaces(text, placed), ...rowsOfLines(text, covered, end)];
  const numbered = rows.map((row, index) => row.map((piece) => ({ ...piece, row: index })));
  return { rows: numbered, pieces: numbered.flat() };
}

function rowsOfPlaces(text: string, placed: NonNullable<DocumentInput["pieces"]>): Piece[][] {
  const rows: Piece[][] = [];
  for (const [page, own] of Map.groupBy(placed, (each) => each.page)) {
    const pieces = own
      .map(({ span, box: [left, top, width, height] }) => ({
        text: text.slice(...span),
        span,
        row: 0,
        left,
        right: left + width,
        top,
        height,
        page,
      }))
      .sort((a, b) => a.top + a.height / 2 - (b.top + b.height / 2));
    let row: Piece[] = [];
    for (const piece of pieces) {
      const first = row[0];
      const isSame =
        first &&
        Math.abs(first.top + first.height / 2 - (piece.top + piece.height / 2)) <
          0.5 * Math.min(first.height, piece.height);
      if (!isSame) {
        row = [];
        rows.push(row);
      }
      row.push(piece);
    }
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left));
}

function rowsOfLines(text: string, from: number, end: number): Piece[][] {
  const rows: Piece[][] = [];
  let line = 0;
  for (const match of text.slice(from, end).matchAll(/[^\n]*/g)) {
    if (match[0].trim() === "") {
      line += match[0] === "" ? 0.5 : 1;
      continue;
    }
    line++;
    rows.push(piecesOfLine(match[0], from + match.index, line));
  }
  return rows;
}

/** Cells of a table stand below each other by their number, other pieces by their column of characters. */
function piecesOfLine(line: string, offset: number, top: number): Piece[] {
  const isTable = line.includes("\t");
  const pieces: Piece[] = [];
  let [start, cell] = [0, 0];
  const add = (end: number) => {
    const raw = line.slice(start, end);
    const from = start + raw.length - raw.trimStart().length;
    const text = raw.trim();
    const left = isTable ? cell * CELL : from;
    const right = isTable ? cell * CELL + CELL / 2 : from + text.length;
    const span: Span = [offset + from, offset + from + text.length];
    if (text !== "") pieces.push({ text, span, row: 0, left, right, top, height: 1, page: 0 });
  };
  for (const gap of line.matchAll(isTable ? /\t/g : GAP)) {
    add(gap.index);
    start = gap.index + gap[0].length;
    cell++;
  }
  add(line.length);
  return pieces;
}
