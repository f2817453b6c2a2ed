import type { Column } from "./column";

/** The columns of a row by the names that the statement returns. */
export type RowShape = Readonly<Record<string, Column<unknown>>>;

export type RowOf<Shape extends RowShape> = {
  [Name in keyof Shape]: Shape[Name] extends Column<infer Value> ? Value : never;
};

/** Returns the row with its declared type. Throws `TypeError`, with the column's name, when it is not of the shape. */
export function readRow<Shape extends RowShape>(shape: Shape, row: unknown): RowOf<Shape> {
  const given = Object.entries(shape).map(([name, column]) => [
    name,
    readColumn(name, column, row),
  ]);
  return shaped<Shape>(Object.fromEntries(given));
}

/** Lists the columns of a shape for a select, from the table or alias given. */
export function columnList(shape: RowShape, table?: string): string {
  return Object.keys(shape)
    .map((name) => (table ? `${table}."${name}"` : `"${name}"`))
    .join(", ");
}

function readColumn(name: string, column: Column<unknown>, row: unknown): unknown {
  const value =
    typeof row === "object" && row !== null
      ? Object.getOwnPropertyDescriptor(row, name)?.value
      : undefined;
  try {
    return column.read(value ?? null);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TypeError(`The column "${name}" does not fit its declaration: ${reason}`);
  }
}

/** Safe: every column of the shape was read by its own `read`. */
function shaped<Shape extends RowShape>(row: Record<string, unknown>): RowOf<Shape> {
  return row as RowOf<Shape>;
}
