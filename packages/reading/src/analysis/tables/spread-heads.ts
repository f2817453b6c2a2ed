import type { Rule } from "./found-table";
import type { Column } from "./table-columns";
import type { Piece } from "./table-pieces";

/**
 * Spreads a head over the columns below it. A head in the middle above several columns belongs to all of them, even if it is no wider than
 * one. Heads are spread only if all columns can be given out with each head in the middle of its own columns.
 */
export function spreadHeads<Row extends Headed>(
  rows: Row[],
  heads: number,
  columns: Column[],
  down: Rule[],
): Row[] {
  return rows.map((row, index) => {
    if (index >= heads - 1) return row;
    const walls = down.filter(([, y, , height]) => isBeside(y, height, row)).map(([x]) => x);
    const [stub, upper] = [
      row.pieces.filter(({ from }) => from === 0),
      row.pieces.filter(({ from }) => from > 0),
    ];
    const below = rows.slice(index + 1, heads).flatMap(({ pieces }) => pieces);
    const lower = new Set(below.flatMap(({ from, to }) => numbers(from, to)));
    const sorted = [...upper].sort((a, b) => a.from - b.from);
    const least = Math.max(0, ...stub.map(({ to }) => to)) + 1;
    const spread = spreadOver(sorted, least, { columns, walls, known: new Map() }, lower);
    return spread ? { ...row, pieces: [...stub, ...spread] } : row;
  });
}

type Headed = { pieces: Piece[]; top: number; bottom: number };

/** `walls` holds the positions of the vertical lines between the columns. */
type Grid = { columns: Column[]; walls: number[]; known: Map<string, Way | null> };

type Way = { cost: number; ends: number[] };

function isBeside(y: number, height: number, { top, bottom }: Headed): boolean {
  const middle = (top + bottom) / 2;
  return y < middle && y + height > middle;
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

const mostHeads = 24;

function spreadOver(upper: Piece[], least: number, grid: Grid, lower: Set<number>): Piece[] | null {
  const [first] = upper;
  if (!first || upper.length >= grid.columns.length - 1 || upper.length > mostHeads) return null;
  if (upper.length === 1 && isWithinColumn(first, grid.columns)) return null;
  let best: { cost: number; ends: number[]; start: number } | null = null;
  for (let start = least; start <= first.from; start++) {
    const found = cheapest(upper, 0, start, grid);
    if (found && found.cost < (best?.cost ?? Infinity)) best = { ...found, start };
  }
  if (!best) return null;
  const { ends, start } = best;
  const spread = upper.map(
    (piece, index): Piece => ({
      ...piece,
      from: index === 0 ? start : (ends[index - 1] ?? 0) + 1,
      to: ends[index] ?? piece.to,
    }),
  );
  const isOverOthers = spread.every(
    ({ from, to }) => from === to || numbers(from, to).every((column) => lower.has(column)),
  );
  return isOverOthers ? spread : null;
}

/** Returns true if a piece is within one column. Such a piece may be the first line of that column's head. */
function isWithinColumn({ from, to, words }: Piece, columns: Column[]): boolean {
  const column = columns[from];
  if (!column || to > from) return false;
  const size = words[0]?.size ?? 10;
  return words.every(
    ({ at }) => at[0] > column.from - 0.5 * size && at[0] + at[2] < column.to + 0.5 * size,
  );
}

function cheapest(upper: Piece[], index: number, start: number, grid: Grid): Way | null {
  const key = `${index} ${start}`;
  const known = grid.known.get(key);
  if (known !== undefined) return known;
  const found = search(upper, index, start, grid);
  grid.known.set(key, found);
  return found;
}

/** Finds the last column of each head from `index` on, so that the heads use all columns and each is in the middle. */
function search(upper: Piece[], index: number, start: number, grid: Grid): Way | null {
  const { columns } = grid;
  const piece = upper[index];
  if (!piece) return start === columns.length ? { cost: 0, ends: [] } : null;
  if (start > piece.from) return null;
  const next = upper[index + 1]?.from ?? columns.length;
  let best: Way | null = null;
  for (let end = piece.to; end < next; end++) {
    const own = offCentre(piece, start, end, grid);
    const rest = own === null ? null : cheapest(upper, index + 1, end + 1, grid);
    if (own === null || !rest || own + rest.cost >= (best?.cost ?? Infinity)) continue;
    best = { cost: own + rest.cost, ends: [end, ...rest.ends] };
  }
  return best;
}

/**
 * Returns the distance of a head from the middle of its columns. Returns null for several columns if a wall separates them or the distance
 * is too large.
 */
function offCentre(
  { words }: Piece,
  start: number,
  end: number,
  { columns, walls }: Grid,
): number | null {
  const [first, last] = [columns[start], columns[end]];
  if (!first || !last) return null;
  const left = Math.min(...words.map(({ at }) => at[0]));
  const right = Math.max(...words.map(({ at }) => at[0] + at[2]));
  const size = words[0]?.size ?? 10;
  const off = Math.abs((left + right) / 2 - (first.from + last.to) / 2);
  if (start === end) return off;
  if (walls.some((x) => x > first.to && x < last.from)) return null;
  return off > Math.max(1.2 * size, 0.1 * (last.to - first.from)) ? null : off;
}
