import { type RowOf, type RowShape, readRow } from "@besunny/sql/rows/row-shape";

import { Prisma } from "./generated/client";

/** Rows of a query in SQL. `text` is null until the query has run; a test runs all of them and compares both with PostgreSQL. */
type Declared = { text: string | null; shape: RowShape | null };

const declared: Declared[] = [];

/** Returns all declarations of the modules that were loaded. */
export function declaredRows(): readonly Readonly<Declared>[] {
  return declared;
}

/** A client or a transaction of this package. */
type Client = Pick<Prisma.TransactionClient, "$executeRaw">;

/** Runs a query in SQL and returns its rows: `` await theseRows(tx)`select ...` ``. */
type RawRows<Row> = (
  tx: Client,
) => (strings: TemplateStringsArray, ...values: unknown[]) => Promise<Row[]>;

/** The row that a declaration reads. */
export type RowsOf<Rows> = Rows extends RawRows<infer Row> ? Row : never;

/** Declares the rows of one query whose columns nobody reads. */
export function rawRows(): RawRows<object>;
/** Declares the rows of one query. It throws `TypeError` when a row does not fit. */
export function rawRows<Shape extends RowShape>(shape: Shape): RawRows<RowOf<Shape>>;
export function rawRows(shape: RowShape | null = null): RawRows<object> {
  const declaration: Declared = { text: null, shape };
  declared.push(declaration);
  return (tx) =>
    async (strings, ...values) => {
      const query = Prisma.sql(strings, ...values);
      declaration.text = query.text;
      const rows = await queryRaw(tx, query);
      return rows.map((row) => (shape ? readRow(shape, row) : {}));
    };
}

/** Prisma's client without what returns rows that nobody checked. */
export type Checked<Client> = Omit<Client, "$queryRaw" | "$queryRawUnsafe" | "$executeRawUnsafe">;

/** Safe: every client and transaction of this package is Prisma's; `Checked` hides the method from the types alone. */
function queryRaw(tx: object, query: Prisma.Sql): Promise<unknown[]> {
  return (tx as Pick<Prisma.TransactionClient, "$queryRaw">).$queryRaw<unknown[]>(query);
}
