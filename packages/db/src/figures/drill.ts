import { Prisma } from "../generated/client";
import { conditionOf, type FigureQuestion, joinsOf } from "./compile";
import type { AnalyticsScope } from "./figure-scope";
import { measureOf } from "./sources";

/** The rows behind a figure after a place in the list, the newest first. */
export type DrillQuestion = Omit<FigureQuestion, "starts" | "breakOuts" | "limit"> & {
  after: { at: Date; id: string } | null;
  limit: number;
};

/** Returns the statement that lists rows behind a figure. What is counted once is listed once, with its newest row and the number of rows. */
export function drillSql(question: DrillQuestion, scope: AnalyticsScope): Prisma.Sql {
  const { source, measure } = measureOf(question.source, question.measure);
  const at = measure.at ?? source.at;
  const from = Prisma.sql`from ${source.from} ${joinsOf({ breakOuts: [], ...question }, source)} where ${conditionOf(question, scope)}`;
  const { row } = source;
  if (measure.of === "distinct" && measure.value) {
    const nothing = Prisma.sql`null::text`;
    const newest = (of: Prisma.Sql) =>
      Prisma.sql`(array_agg(${of} order by ${at} desc, ${source.id} desc))[1]`;
    const shown = scope.kind === "platform" ? row.platformTitle : row.title;
    return Prisma.sql`select g.id, g.at, coalesce(g.title, '') as title, coalesce(g.detail, '') as detail, g.value, g."documentId",
        ${nothing} as "runId", ${nothing} as "traceId", g."workspaceId"
      from (select ${measure.value} as id, max(${at}) as at, count(*)::float8 as value, min(${source.workspaceId}) as "workspaceId",
        ${newest(shown)} as title, ${newest(row.detail)} as detail, ${newest(row.documentId)} as "documentId"
        ${from} group by 1) g
      where ${afterSql(question, Prisma.sql`g.at`, Prisma.sql`g.id`)} order by g.at desc, g.id desc limit ${question.limit}::int`;
  }
  const title = scope.kind === "platform" ? row.platformTitle : row.title;
  const value = measure.value ?? Prisma.sql`null::float8`;
  return Prisma.sql`select ${source.id} as id, ${at} as at, coalesce(${title}, '') as title, coalesce(${row.detail}, '') as detail,
      ${value} as value, ${row.documentId} as "documentId", ${row.runId} as "runId", ${row.traceId} as "traceId",
      ${source.workspaceId} as "workspaceId"
    ${from} and ${afterSql(question, at, source.id)} order by ${at} desc, ${source.id} desc limit ${question.limit}::int`;
}

function afterSql({ after }: DrillQuestion, at: Prisma.Sql, id: Prisma.Sql): Prisma.Sql {
  return after
    ? Prisma.sql`(${at}, ${id}) < (${after.at}::timestamptz, ${after.id}::text)`
    : Prisma.sql`true`;
}
