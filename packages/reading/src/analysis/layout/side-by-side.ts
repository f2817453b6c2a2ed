import { isValue, textOf } from "../tables/text-lines";
import { medianOf, type Segment, shareOfLine, unionOf } from "./page-geometry";
import { startsItem } from "./paragraphs";
import { rowsOf } from "./rows";

/** The segments on one side of a gap: in rows from top to bottom, and those of the column next to the gap. */
export type Side = { rows: Segment[][]; near: Segment[]; size: number };

/** Returns the side of a gap that these segments are on. `isLeft` is true for the side to the left of the gap. */
export function sideOf(segments: Segment[], isLeft: boolean): Side {
  const rows = rowsOf(segments).map((row) => [...row].sort((a, b) => a.at[0] - b.at[0]));
  const next = rows.flatMap((row) => (isLeft ? row.at(-1) : row[0]) ?? []);
  const start = isLeft ? Math.max(...next.map(endOf)) : Math.min(...next.map(({ at }) => at[0]));
  const edge = next.find((each) => (isLeft ? endOf(each) : each.at[0]) === start) ?? next[0];
  const near = next.filter(
    (each) => edge && each.at[0] <= endOf(edge) && endOf(each) >= edge.at[0],
  );
  return { rows, near, size: Math.max(1, ...segments.map(({ size }) => size)) };
}

function endOf({ at }: Segment): number {
  return at[0] + at[2];
}

/**
 * Returns true if the sides are blocks of their own, each read to its end, as addresses, offers or lists are. Labels with values and the
 * columns of one table are read row by row. `grid` is the distance of blocks found around these, or 0.
 */
export function areBlocksBeside(left: Side, right: Side, grid: number): boolean {
  if (!isDense(left) || !isDense(right) || isLabels(left)) return false;
  if (left.near.some(isTable) || right.near.some(isTable)) return true;
  if (repeatsItself(left, right)) return true;
  if (share(right.near, holdsValue) >= 0.4 || share(left.near, holdsValue) >= 0.6) return false;
  if (isItems(left) && isItems(right)) return true;
  if (isLabels(right) && right.rows.some(({ length }) => length > 1)) return true;
  if (flows(left) || flows(right)) return true;
  if (sharedRows(left, right) < 0.5) return true;
  const step = distance(left, right);
  const isInGrid = Math.abs(step * typeSize(left, right) - grid) < 0.08 * grid;
  if (isInGrid || areUneven(left, right)) return step > (isInGrid ? 8 : 12);
  if (cellsInRows(left, right) >= 3) return left.rows.length < 4 && step > 8;
  return step > (hasHead(left, right) ? 20 : 15);
}

/** Returns true for two pages side by side: both hold running text, or their lines are at different heights. */
export function areSheets(left: Side, right: Side): boolean {
  if (left.rows.length < 8 || right.rows.length < 8) return false;
  return (holdsProse(left) && holdsProse(right)) || sharedRows(left, right) < 0.5;
}

function holdsProse({ rows }: Side): boolean {
  const prose = rows.filter(
    ([line, other]) =>
      line && !other && line.length >= 30 && /^\p{Ll}/u.test(line.words[0]?.text ?? ""),
  );
  return prose.length >= 2;
}

function isTable({ table }: Segment): boolean {
  return table !== undefined;
}

/** Labels of longer texts have wide gaps between them. A block has none but below its title. */
function isDense({ rows, size }: Side): boolean {
  return rows.slice(1).every((row, index) => {
    const last = rows[index] ?? [];
    const above = unionOf(last.map(({ at }) => at));
    const top = Math.min(...row.map(({ at }) => at[1]));
    const widest = last.every(({ isBold }) => isBold) ? 1.6 * widestStep : widestStep;
    return top - (above[1] + above[3]) < widest * size || row.some(isTable);
  });
}

/** The largest gap between two lines of a block, in sizes of type. */
export const widestStep = 1.4;

/** Marks and numbers of items, and labels with a colon, belong to the text beside them. */
function isLabels({ near }: Side): boolean {
  const letters = near.reduce((sum, { length }) => sum + length, 0) / Math.max(1, near.length);
  if (letters < 5 && !near.some(isTable)) return true;
  return share(near, ({ words }) => /[:：]$/.test(textOf(words))) >= 0.4;
}

/** Returns true for labels with figures on both sides: two tables, or one that goes on beside itself. */
function repeatsItself(left: Side, right: Side): boolean {
  return hasFigures(left) && hasFigures(right);
}

function hasFigures({ rows }: Side): boolean {
  const full = rows.filter(({ length }) => length >= 2);
  if (full.length < 3 || full.length < 0.6 * rows.length) return false;
  const [first, last] = [
    full.flatMap((row) => row[0] ?? []),
    full.flatMap((row) => row.at(-1) ?? []),
  ];
  return share(first, holdsValue) < 0.3 && share(last, holdsValue) >= 0.6;
}

function holdsValue({ words }: Segment): boolean {
  return isValue(textOf(words));
}

function isItems({ rows }: Side): boolean {
  const first = rows.flatMap((row) => row[0] ?? []);
  return share(first, startsItem) >= 0.4;
}

/** Returns true if lines go on in the line below, inside a sentence. */
function flows({ near }: Side): boolean {
  if (near.reduce((sum, { words }) => sum + words.length, 0) < 2 * near.length) return false;
  const going = near.slice(1).filter((line, index) => {
    const last = near[index]?.words.at(-1)?.text ?? "";
    return /^\p{Ll}/u.test(line.words[0]?.text ?? "") && !/[.!?:;]$/.test(last);
  });
  return going.length >= 1 && going.length >= 0.3 * (near.length - 1);
}

/** The share of the lines of the side with fewer lines that stand at the height of a line of the other side. */
function sharedRows(left: Side, right: Side): number {
  const [few, many] = left.near.length <= right.near.length ? [left, right] : [right, left];
  if (few.near.length < 3) return 1;
  const isAtHeight = ({ at, size }: Segment) =>
    many.near.some((other) => Math.abs(middleOf(at) - middleOf(other.at)) < 0.15 * size);
  return share(few.near, isAtHeight);
}

function middleOf([, y, , height]: Segment["at"]): number {
  return y + height / 2;
}

/** The distance of the starts of both blocks, in sizes of type. A value begins closer to its label. */
function distance(left: Side, right: Side): number {
  const start = Math.min(...left.near.map(({ at }) => at[0]));
  const next = Math.min(...right.near.map(({ at }) => at[0]));
  return (next - start) / typeSize(left, right);
}

function typeSize(left: Side, right: Side): number {
  return Math.max(left.size, right.size);
}

function areUneven(left: Side, right: Side): boolean {
  return left.near.length !== right.near.length;
}

/** The usual number of cells in the rows of both sides together. Three and more are as likely a table. */
function cellsInRows(left: Side, right: Side): number {
  return medianOf(left.rows.map((row, index) => row.length + (right.rows[index]?.length ?? 0)));
}

/** Returns true if a bold row is above rows that are not bold, as the heads of a table do. */
function hasHead(left: Side, right: Side): boolean {
  const [a, b] = [left.rows[0]?.[0], right.rows[0]?.[0]];
  if (!a?.isBold || !b?.isBold || shareOfLine(a.at, b.at) < 0.8) return false;
  return [...left.near.slice(1), ...right.near.slice(1)].every(({ isBold }) => !isBold);
}

function share<Item>(items: Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}
