import type { FoundCell } from "./found-table";
import type { Structure } from "./structure";
import { isValue, textLinesOf, textOf } from "./text-lines";

/** Properties of all cells of a table together. */
type Traits = {
  rows: number;
  columns: number;
  /** The share of places in the grid that have text. */
  fill: number;
  /** The share of the filled cells that hold a value, right of the first column and below the heads. */
  values: number;
  wordsInCell: number;
  charactersInFirst: number;
  /** The share of the words in lines as long as lines of running text, at the width of a text column. */
  prose: number;
  isContents: boolean;
  isList: boolean;
  isCode: boolean;
  isForm: boolean;
  /** The share of the filled cells with a word or a figure. Cells of signs alone come from a drawing. */
  readable: number;
  filled: number;
};

function traitsOf({ columns, rows, table }: Structure): Traits {
  const filled = table.cells.filter(({ words }) => words.length > 0);
  const body = filled.filter(({ isHeader }) => !isHeader);
  const beside = body.filter(({ column }) => column > 0);
  const first = body
    .filter(({ column, columnSpan }) => column === 0 && columnSpan === 1)
    .map(({ words }) => textOf(words));
  const scales = new Set(
    columns.map((_, column) => column).filter((column) => isScale(filled, column)),
  );
  const covered = filled.reduce((sum, { rowSpan, columnSpan }) => sum + rowSpan * columnSpan, 0);
  const figures = new Set(
    columns
      .map((_, column) => column)
      .filter((column) => !scales.has(column) && hasFigures(beside, column)),
  );
  const values = share(
    beside,
    ({ words: own, column }) => figures.has(column) && isValue(textOf(own)),
  );
  const words = filled.reduce((sum, cell) => sum + cell.words.length, 0);
  return {
    rows: rows.length,
    columns: columns.length,
    fill: covered / Math.max(1, rows.length * columns.length),
    values,
    wordsInCell: words / Math.max(1, filled.length),
    charactersInFirst:
      first.reduce((sum, text) => sum + text.length, 0) / Math.max(1, first.length),
    prose: proseOf(rows),
    filled: filled.length,
    isContents: isContents(body, columns.length),
    isList: isList(body, columns.length, values),
    readable: share(filled, (cell) => /\p{L}{2}|\d/u.test(textOf(cell.words))),
    isForm: share(filled, ({ words: own }) => /[:：]$/.test(textOf(own))) > 0.3,
    isCode: share(filled, ({ words: own }) => code.test(textOf(own))) > 0.2,
  };
}

/** Returns true if a column holds numbers at even steps: the axis of a drawing, or row numbers. */
function isScale(filled: FoundCell[], wanted: number): boolean {
  const numbers = filled
    .filter(({ column }) => column === wanted)
    .flatMap(({ words }) => {
      const text = textOf(words)
        .replace(/[\u2212\u2013]/g, "-")
        .replace(/[%,\s]/g, "");
      return /^-?[\d.]+$/.test(text) ? [Number(text)] : [];
    });
  if (numbers.length < 4) return false;
  const step = (numbers[1] ?? 0) - (numbers[0] ?? 0);
  const even = numbers
    .slice(1)
    .filter(
      (number, index) => Math.abs(number - (numbers[index] ?? 0) - step) < Math.abs(step) * 0.01,
    );
  return isRound(step) && even.length >= 0.85 * (numbers.length - 1);
}

/** The steps of an axis, and of row numbers, have one figure, or end in 5 or 0. */
function isRound(step: number): boolean {
  const figures = Math.abs(step)
    .toPrecision(6)
    .replace(/^0\.0*|\./g, "")
    .replace(/0+$/, "");
  return figures.length === 1 || (figures.length === 2 && /5$|^12$/.test(figures));
}

const code =
  /:=|\/\/(?!\w)|[{};]$|\(\)|->|[=!]==?\s|\[\w+\]|^(mov|ld|st|add|sub|cmp|jmp|push|pop|call|ret|int|void|def|var|let|const)\b/;

const marker =
  /^([•●▪■◦○‣⁃·➢✓▶❖–—*o-]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|\(?[ivxlcIVXLC]{1,6}[.)]|\d+(\.\d+)+\.?|\[\d+\])$/;

function proseOf(rows: Structure["rows"]): number {
  let [all, long] = [0, 0];
  for (const { pieces } of rows)
    for (const { words } of pieces) {
      all += words.length;
      for (const line of textLinesOf(words)) if (line.words.length >= 7) long += line.words.length;
    }
  return long / Math.max(1, all);
}

/** Dashes and single letters mean missing figures only in a column that has figures. */
function hasFigures(cells: FoundCell[], wanted: number): boolean {
  const values = cells.filter(({ column, words }) => column === wanted && isValue(textOf(words)));
  return share(values, ({ words }) => /\d/.test(textOf(words))) >= 0.4;
}

/** Returns true for bullets, numbers or dashes with one text beside them, or with one text on each side. */
function isList(body: FoundCell[], columns: number, values: number): boolean {
  if (columns === 2) return isMarked(body, 0);
  return columns === 3 && values < 0.4 && (isMarked(body, 0) || isMarked(body, 1));
}

function isMarked(body: FoundCell[], wanted: number): boolean {
  const own = body.filter(({ column, columnSpan }) => column === wanted && columnSpan === 1);
  return (
    share(
      own.filter(({ words }) => words.length > 0),
      ({ words }) => marker.test(textOf(words)),
    ) > 0.7
  );
}

function share<Item>(items: Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}

/** Returns true for entries with page numbers: dots before the numbers, or only rising numbers in the last column. */
function isContents(body: FoundCell[], columns: number): boolean {
  const texts = body.map(({ words }) => textOf(words));
  const rows = Math.max(1, new Set(body.map(({ row }) => row)).size);
  const dotted = texts.filter((text) => /(\.\s?){5,}|…{2,}|_{6,}|(·\s?){5,}/.test(text)).length;
  if (columns > 3) return false;
  if (dotted >= 0.4 * rows && columns === 2) return true;
  const last = body
    .filter(({ column }) => column === columns - 1)
    .map(({ words }) => textOf(words));
  const pages = last.filter((text) => /^\d{1,4}$/.test(text)).map(Number);
  if (pages.length < 4 || pages.length < 0.75 * last.length) return false;
  return (
    (pages[0] ?? 0) < latestFirstPage &&
    pages.every((page, index) => index === 0 || page >= (pages[index - 1] ?? 0)) &&
    (pages.at(-1) ?? 0) > (pages[0] ?? 0)
  );
}

/** No contents begin on a later page. Greater figures that rise are amounts. */
const latestFirstPage = 500;

/** Returns true if lines separate the cells in both directions and the cells are not nearly empty. */
export function isRuledTable(structure: Structure, isInnerRuled: boolean): boolean {
  const traits = traitsOf(structure);
  if (traits.rows < 2 || traits.columns < 2 || traits.fill < 0.25) return false;
  if (traits.readable < 0.5 && traits.values < 0.5) return false;
  if (!isInnerRuled) return isBorderlessTable(structure);
  return filledColumns(structure) >= 2 && filledRows(structure) >= 2 && traits.wordsInCell < 150;
}

/** Returns true for text between horizontal lines with fewer words per cell than running text, and more filled cells than a form. */
export function isHalfRuledTable(structure: Structure): boolean {
  const traits = traitsOf(structure);
  const { rows, columns, fill, values, wordsInCell, charactersInFirst } = traits;
  if (!hasShape(structure, traits) || (rows < 3 && !hasFullRow(structure))) return false;
  if (values >= 0.4) return fill > 0.3 && (charactersInFirst < 90 || columns > 2);
  if (traits.isForm || labelledRows(structure) < 3) return false;
  return fill > 0.45 && wordsInCell < (columns === 2 ? 8 : 14);
}

/** Returns true for columns with white space alone if rows hold values, or several columns hold short entries. */
export function isBorderlessTable(structure: Structure): boolean {
  const traits = traitsOf(structure);
  const { rows, columns, fill, values, wordsInCell, charactersInFirst } = traits;
  if (rows < 3 || !hasShape(structure, traits)) return false;
  if (values >= 0.5) return fill > 0.35 && charactersInFirst < (columns === 2 ? 45 : 90);
  if (columns === 2 || traits.isForm) return false;
  if (values >= 0.2) return fill > 0.45 && wordsInCell < 6;
  return fill > 0.65 && wordsInCell < 3.5 && rows >= 4;
}

function hasShape(structure: Structure, traits: Traits): boolean {
  const { rows, columns, isContents, isList, isCode, prose, readable } = traits;
  if (
    prose > 0.4 ||
    readable < 0.5 ||
    traits.filled < 5 ||
    rows < 2 ||
    columns < 2 ||
    isContents ||
    isList ||
    isCode
  )
    return false;
  return filledColumns(structure) >= 2;
}

/** Returns true if a row has a label with figures beside it. Heads alone have none. */
function hasFullRow({ table, rows }: Structure): boolean {
  return rows.some((_, row) => {
    const own = table.cells
      .filter((cell) => cell.row === row && cell.words.length > 0)
      .map((cell) => ({ column: cell.column, text: textOf(cell.words) }));
    const figures = own.filter(
      ({ column, text }) => column > 0 && isValue(text) && !/^\D?(19|20)\d\d\D{0,2}$/.test(text),
    );
    return (
      own.some(({ column }) => column === 0) &&
      figures.length >= 1 &&
      figures.length >= 0.5 * (own.length - 1)
    );
  });
}

function labelledRows({ table }: Structure): number {
  return table.cells.filter(({ column, words }) => column === 0 && words.length > 0).length;
}

function filledColumns({ table, columns }: Structure): number {
  return columns.filter((_, column) =>
    table.cells.some(
      (cell) => cell.column === column && cell.columnSpan === 1 && cell.words.length > 0,
    ),
  ).length;
}

function filledRows({ table, rows }: Structure): number {
  return rows.filter((_, row) =>
    table.cells.some((cell) => cell.row === row && cell.words.length > 0),
  ).length;
}
