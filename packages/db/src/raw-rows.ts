import { type RowOf, type RowShape, readRow } from "@besunny/sql/rows/row-shape";

import { Prisma } from "./generated/client";

/**
 * A declaration of a query's rows. `text` is null until the query has run. A test runs all queries and compares `text` and `shape` with
 * PostgreSQL.
 */
type Declared = { text: string | null; shape: RowShape | null };

const declared: Declared[] = [];

/** Returns all declarations of the loaded modules. */
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
/** Declares the rows of one query. The query throws `TypeError` if a row does not fit. */
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

/** Prisma's client without the methods that return unchecked rows. */
export type Checked<Client> = Omit<Client, "$queryRaw" | "$queryRawUnsafe" | "$executeRawUnsafe">;

/** The cast is safe: every client and transaction of this package is Prisma's, and `Checked` hides the method only from the types. */
function queryRaw(tx: object, query: Prisma.Sql): Promise<unknown[]> {
  return (tx as Pick<Prisma.TransactionClient, "$queryRaw">).$queryRaw<unknown[]>(query);
}
