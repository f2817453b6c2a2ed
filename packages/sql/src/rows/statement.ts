import { type RowOf, type RowShape, readRow } from "./row-shape";

const brand: unique symbol = Symbol("statement");

/** SQL with the rows that it returns. Only `statement` and `statementFamily` make one, so each is known to the test that checks all. */
export type Statement<Row> = {
  readonly text: string;
  /** Returns the row with its type. Throws `TypeError` when it does not fit the declaration. */
  readonly read: (row: unknown) => Row;
  readonly [brand]: true;
};

/** A text to be checked. `shape` is null when nobody reads the rows. */
export type Registered = { text: string; shape: RowShape | null };

const registered: Registered[] = [];

/** Returns every statement of the modules that were loaded. */
export function registeredStatements(): readonly Registered[] {
  return registered;
}

/** Declares a statement whose rows nobody reads, though they may be counted. */
export function statement(text: string): Statement<object>;
/** Declares a statement and the rows that it returns. */
export function statement<Shape extends RowShape>(
  text: string,
  shape: Shape,
): Statement<RowOf<Shape>>;
export function statement(text: string, shape: RowShape | null = null): Statement<object> {
  register({ text, shape });
  return made(text, shape);
}

/** Statements that differ in a part which the code puts together. `samples` are parts that show every form it can take. */
export function statementFamily<Shape extends RowShape, Part>(
  shape: Shape,
  textOf: (part: Part) => string,
  samples: readonly Part[],
): (part: Part) => Statement<RowOf<Shape>> {
  for (const sample of samples) register({ text: textOf(sample), shape });
  return (part) => {
    const read = (row: unknown) => readRow(shape, row);
    return { text: textOf(part), read, [brand]: true };
  };
}

/** Adds a text that other code runs to those which the test checks. */
export function register(one: Registered): void {
  registered.push(one);
}

function made(text: string, shape: RowShape | null): Statement<object> {
  return { text, read: (row) => (shape ? readRow(shape, row) : {}), [brand]: true };
}
