import type { Cell } from "../parsed-document";
import { type DecimalSign, decimalSignIn, isAmbiguous, parseNumber } from "./parse-number";

/** Languages whose writers part thousands by a point. */
const pointsThousands = new Set([
  "de",
  "nl",
  "es",
  "it",
  "pt",
  "tr",
  "id",
  "da",
  "el",
  "hr",
  "sl",
  "ro",
  "vi",
  "ca",
  "gl",
  "is",
  "nb",
  "no",
]);

/** Returns the cells with their numbers; numbers that they came with are kept. The sign is decided by column, then by table. */
export function withNumbers(
  cells: Cell[],
  { language, usual }: { language: string | undefined; usual?: DecimalSign | undefined },
): { cells: Cell[]; signs: Map<number, DecimalSign> } {
  const texts = cells.filter(({ isHeader }) => !isHeader).map(({ text }) => text);
  const ofTable = signOf(texts) ?? usual ?? fallback(texts, language);
  const signs = new Map<number, DecimalSign>();
  const figures = new Set<number>();
  for (const [column, own] of byColumn(cells)) {
    signs.set(column, signOf(own.map(({ text }) => text)) ?? ofTable);
    if (own.some(isPlain)) figures.add(column);
  }
  const numbered = cells.map((cell): Cell => {
    if (cell.number !== undefined) return cell;
    const number = parseNumber(cell.text, signs.get(cell.column) ?? ofTable);
    if (number === null || (isNote(cell) && !figures.has(cell.column))) return cell;
    return { ...cell, number };
  });
  return { cells: numbered, signs };
}

export function byColumn(cells: Cell[]): Map<number, Cell[]> {
  const columns = new Map<number, Cell[]>();
  for (const cell of cells) {
    const own = columns.get(cell.column);
    if (own) own.push(cell);
    else columns.set(cell.column, [cell]);
  }
  return columns;
}

/** The sign that most of the texts that say something speak for. */
function signOf(texts: string[]): DecimalSign | null {
  let [points, commas] = [0, 0];
  for (const text of texts) {
    const sign = decimalSignIn(text);
    if (sign === ".") points += 1;
    if (sign === ",") commas += 1;
  }
  return points === commas ? null : points > commas ? "." : ",";
}

function fallback(texts: string[], language: string | undefined): DecimalSign {
  const unclear = texts.filter(isAmbiguous);
  const usesPoint = unclear.filter((text) => text.includes(".")).length > unclear.length / 2;
  if (unclear.length > 0 && !usesPoint) return ".";
  if (usesPoint) return language && pointsThousands.has(language) ? "," : ".";
  return ".";
}

/** "(1)" is a mark, not minus one, unless its column holds other figures. */
function isNote({ text }: Cell): boolean {
  return /^\(\d{1,2}\)$/.test(text.trim());
}

function isPlain({ text }: Cell): boolean {
  return text.length <= 60 && /^[-−]?[\d.,\s]*\d\s*%?$/u.test(text.trim());
}
