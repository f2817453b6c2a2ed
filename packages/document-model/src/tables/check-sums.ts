import type { Cell } from "../parsed-document";
import { type DecimalSign, decimalsOf, isBlank } from "./parse-number";

/** A word may go on only in the scripts that put no space after it. */
const total =
  /^[^\p{L}\p{N}]{0,9}((?:sub[\s-]?total|grand total|total|totals|sum|totaal|subtotaal|summe|gesamt(summe|betrag)?|zwischensumme|insgesamt|totale|totaux|sous-total|suma|razem|celkem|somme|ensemble|i alt|summa|yhteensä|összesen|totalt|toplam|ukupno|jumlah|σύνολο|итого|всего|разом|всього|합계|المجموع|الإجمالي|סה"כ)(?![\p{L}\p{M}\p{N}])|小計|小计|合計|合计|總計|总计|総計)/iu;

type Addition = { total: Cell; parts: Cell[] };

type Checked = Addition & { sum: number; difference: number; tolerance: number };

/**
 * Returns a sentence for each doubtful total: one digit is wrong or two are swapped. Most totals of its row or column must be the sums of
 * their parts. So columns that do not add up at all, such as prices and averages, have no doubtful totals.
 */
export function doubtfulSums(cells: Cell[], signs: Map<number, DecimalSign>): Map<Cell, string> {
  const doubts = new Map<Cell, string>();
  const body = cells.filter(({ isHeader }) => !isHeader);
  const rows = byRow(body);
  const families = [...totalRows(rows), totalColumn(cells, body, rows)];
  for (const family of families)
    for (const { total: cell, sum } of outliers(
      family.flatMap((addition) => checked(addition, signs)),
    ))
      doubts.set(
        cell,
        `The parts add up to ${inStyleOf(sum, cell, signs.get(cell.column) ?? ".")}, not ${cell.text.trim()}.`,
      );
  return doubts;
}

/**
 * Returns one family for each row of totals and each possible choice of its parts. The parts are the rows since the last total. In tables of
 * up to 50 totals they may also be all other rows before, or all totals before.
 */
function totalRows(rows: Map<number, Map<number, Cell>>): Addition[][] {
  const ordered = [...rows.keys()].sort((a, b) => a - b);
  const totals = new Set(ordered.filter((row) => total.test(labelOf(rows.get(row)))));
  const families: Addition[][] = [];
  for (const [index, row] of ordered.entries()) {
    if (!totals.has(row)) continue;
    const before = ordered.slice(Math.max(0, index - mostParts), index);
    const since = before.slice(before.findLastIndex((each) => totals.has(each)) + 1);
    const ways = [since];
    if (totals.size <= 50)
      ways.push(
        before.filter((each) => !totals.has(each)),
        before.filter((each) => totals.has(each)),
      );
    families.push(...ways.map((way) => additionsOf(row, way, rows)));
  }
  return families;
}

const mostParts = 5_000;

function byRow(body: Cell[]): Map<number, Map<number, Cell>> {
  const rows = new Map<number, Map<number, Cell>>();
  for (const cell of body) {
    const own = rows.get(cell.row) ?? new Map<number, Cell>();
    rows.set(cell.row, own.set(cell.column, cell));
  }
  return rows;
}

/** The first text of a row that is no number. */
function labelOf(row: Map<number, Cell> | undefined): string {
  for (const { number, text } of row?.values() ?? [])
    if (number === undefined && text.trim() !== "") return text;
  return "";
}

function additionsOf(
  row: number,
  parts: number[],
  rows: Map<number, Map<number, Cell>>,
): Addition[] {
  if (parts.length < 2) return [];
  return [...(rows.get(row)?.values() ?? [])].flatMap((cell) => {
    if (cell.number === undefined || isSpanning(cell)) return [];
    const own = parts.flatMap((part) => rows.get(part)?.get(cell.column) ?? []);
    return own.length >= 2 ? [{ total: cell, parts: own }] : [];
  });
}

/** The column headed "Total", against the columns on its left. */
function totalColumn(
  cells: Cell[],
  body: Cell[],
  rows: Map<number, Map<number, Cell>>,
): Addition[] {
  const heads = cells.filter(({ isHeader, text }) => isHeader && total.test(text));
  const [head] = heads;
  if (!head || head.column < 3 || heads.length > 1) return [];
  return body.flatMap((cell) => {
    if (cell.column !== head.column || cell.number === undefined || isSpanning(cell)) return [];
    const parts = [...(rows.get(cell.row)?.values() ?? [])].filter(
      ({ column }) => column > 0 && column < cell.column,
    );
    return parts.length >= 2 ? [{ total: cell, parts }] : [];
  });
}

function isSpanning({ rowSpan = 1, columnSpan = 1 }: Cell): boolean {
  return rowSpan > 1 || columnSpan > 1;
}

function checked({ total: cell, parts }: Addition, signs: Map<number, DecimalSign>): Checked[] {
  const sign = signs.get(cell.column) ?? ".";
  const isKnown = parts.every((part) => part.number !== undefined || isBlank(part.text));
  const numbers = parts.flatMap(({ number }) => (number === undefined ? [] : [number]));
  const isShare = cell.text.includes("%") || parts.some(({ text }) => text.includes("%"));
  if (!isKnown || isShare || numbers.length < 2 || cell.number === undefined) return [];
  const decimals = [cell, ...parts].reduce(
    (most, { text }) => Math.max(most, decimalsOf(text, sign)),
    0,
  );
  const unit = 10 ** -decimals;
  const sum = Math.round(numbers.reduce((a, b) => a + b, 0) / unit) * unit;
  const difference = Math.round((cell.number - sum) / unit);
  return [{ total: cell, parts, sum, difference, tolerance: Math.max(1, numbers.length / 2) }];
}

/** The ones off by a digit where at least three, and three of four, are right. */
function outliers(family: Checked[]): Checked[] {
  const isRight = ({ difference, tolerance }: Checked) => Math.abs(difference) <= tolerance;
  const meaningful = family.filter((each) => isRight(each) && each.sum !== 0);
  const wrong = family.filter((each) => !isRight(each));
  if (meaningful.length < 3 || meaningful.length < 3 * wrong.length) return [];
  return wrong.filter(({ difference, tolerance, sum, total: { number = 0 } }) => {
    const isSlip = isOneDigit(Math.abs(difference)) || isTransposed(Math.abs(difference));
    const isNear = Math.abs(number - sum) < 0.5 * Math.max(Math.abs(number), Math.abs(sum));
    return isSlip && isNear && Math.abs(difference) > 2 * tolerance;
  });
}

function isOneDigit(difference: number): boolean {
  return /^[1-9]0*$/.test(String(difference));
}

function isTransposed(difference: number): boolean {
  return difference % 9 === 0 && /^[1-9]0*$/.test(String(difference / 9));
}

/** Written as the cell's own number is. */
function inStyleOf(number: number, { text }: Cell, sign: DecimalSign): string {
  const decimals = decimalsOf(text, sign);
  const [whole = "", rest] = Math.abs(number).toFixed(decimals).split(".");
  const separator = /\d([.,'’\s\u00a0\u202f])\d{3}(?!\d)/u.exec(text)?.[1] ?? "";
  const parted =
    separator && separator !== sign ? whole.replace(/\B(?=(\d{3})+$)/g, separator) : whole;
  return `${number < 0 ? "-" : ""}${parted}${rest ? sign + rest : ""}`;
}
