/** The address of a cell as spreadsheets write it; row and column count from 0. */
export function cellAddress(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** A1:D9, or A1 where both corners are one cell. */
export function rangeAddress(from: Corner, to: Corner): string {
  const first = cellAddress(from.row, from.column);
  const last = cellAddress(to.row, to.column);
  return first === last ? first : `${first}:${last}`;
}

export type Corner = { row: number; column: number };

/** The first corner of a range such as B2:D9, counted from 0. */
export function rangeStart(range: string): Corner {
  const [, letters = "A", digits = "1"] = /^([A-Z]+)(\d+)/.exec(range) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  return { row: Number(digits) - 1, column: column - 1 };
}

/** The letters of a column, counted from 0. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnName(rest) : "") + String.fromCharCode(65 + (column % 26));
}
