import type { Prisma } from "../generated/client";
import type { AnalyticsScope } from "./figure-scope";

/** The ways in which the values of rows become one. `share` is the part of rows whose value is 1; `distinct` counts different values. */
export type Aggregate =
  | "count"
  | "sum"
  | "mean"
  | "share"
  | "most"
  | "distinct"
  | "median"
  | "slowest";

/** The part of the rows of a source that a figure takes. */
export type Measure = {
  of: Aggregate;
  /** The value of a row: a text for `distinct`, otherwise a double; none for `count`. */
  value?: Prisma.Sql;
  /** The rows that count, of those of the source. */
  where?: Prisma.Sql;
  /** Instead of the condition of the source. */
  base?: Prisma.Sql;
  /** Instead of the time of the source. */
  at?: Prisma.Sql;
  /** It is of now, whatever the range. */
  isLevel?: true;
};

/** A property by which rows are broken out and filtered: one text of a row, or several that a subquery selects as `key`. */
export type DimensionSql =
  | { key: Prisma.Sql; join?: Prisma.Sql }
  | { many: (scope: AnalyticsScope) => Prisma.Sql };

/** Rows that figures count. Every text in here is fixed; values come as parameters. */
export type Source = {
  from: Prisma.Sql;
  id: Prisma.Sql;
  at: Prisma.Sql;
  workspaceId: Prisma.Sql;
  /** The condition that all measures share. */
  base: Prisma.Sql;
  /** The rows that principals may count; null: none. */
  visible: ((principals: readonly string[]) => Prisma.Sql) | null;
  /** The rows that admins of a workspace may count, where they are of documents: none of a private one. */
  open?: Prisma.Sql;
  dimensions: Readonly<Record<string, DimensionSql>>;
  /** The person whose doing the row is, where its figures tell about people. */
  who: Prisma.Sql | null;
  /** The row as a list shows it. `title` is for people of the workspace. */
  row: {
    join?: Prisma.Sql;
    title: Prisma.Sql;
    platformTitle: Prisma.Sql;
    detail: Prisma.Sql;
    documentId: Prisma.Sql;
    runId: Prisma.Sql;
    traceId: Prisma.Sql;
  };
  measures: Readonly<Record<string, Measure>>;
};

/** Returns a source with the names of its measures and dimensions as its type. */
export function source<const Measures extends string, const Dimensions extends string>(
  of: Omit<Source, "measures" | "dimensions"> & {
    measures: Record<Measures, Measure>;
    dimensions: Record<Dimensions, DimensionSql>;
  },
) {
  return of;
}
