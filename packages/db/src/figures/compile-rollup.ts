import { Prisma } from "../generated/client";
import { type FigureQuestion, type FigureRange, instants, REST, rowsSql } from "./compile";
import type { AnalyticsScope } from "./figure-scope";
import { leftToRows, type RollupChoice, versionOf } from "./rolled-up";
import type { Aggregate } from "./source";

/** Whole hours that rollups answer, but for those that have to be counted again. */
export type RollupRange = { hours: FigureRange; marked: readonly Date[] };

/** Returns the statement that says which hours of a range have to be counted again, at most `most`, and whether there are rollups at all. */
export function marksSql(
  choice: RollupChoice,
  { from, to }: FigureRange,
  most: number,
): Prisma.Sql {
  const own = choice.workspaceId
    ? Prisma.sql`and m.workspace_id = ${choice.workspaceId}::text`
    : Prisma.empty;
  return Prisma.sql`select s.source, m.bucket from rollup_sources s
      left join lateral (select distinct m.bucket from rollup_marks m
        where m.source = s.source and m.bucket >= ${from}::timestamptz and m.bucket < ${to}::timestamptz ${own}
        limit ${most}::int) m on true
     where s.source = ${choice.name}::text and s.version = ${versionOf(choice.name)}::text`;
}

/** Returns the statement for the whole of a range, from rollups, and from rows for what they do not have. */
export function rolledTotalSql(
  question: FigureQuestion,
  choice: RollupChoice,
  range: RollupRange,
  scope: AnalyticsScope,
): Prisma.Sql {
  const whole = { ...question, breakOuts: [], starts: null };
  return Prisma.sql`select ${sums(choice.measure.of)} from (${cellsSql(whole, choice, range, scope)}) r`;
}

/** Returns the statement for the parts of a range, in the same way. */
export function rolledPointsSql(
  question: FigureQuestion,
  choice: RollupChoice,
  range: RollupRange,
  scope: AnalyticsScope,
): Prisma.Sql {
  const { of } = choice.measure;
  const rank = of === "sum" ? Prisma.sql`sum(total)` : Prisma.sql`sum(n)`;
  return Prisma.sql`with r as materialized (${cellsSql(question, choice, range, scope)}),
    kept as (select g1 from r group by g1 order by ${rank} desc nulls last, g1 limit ${question.limit}::int),
    m as (select r.b, coalesce(k.g1, ${REST}::text) as g1, r.n, r.total from r left join kept k on k.g1 = r.g1)
    select case when grouping(b) = 1 then -1 else b end as b, coalesce(g1, chr(1)) as g1, chr(1) as g2, ${sums(of)}
      from m group by grouping sets ((b, g1), ())`;
}

/** Returns cells: the part of the time, the group, the number of rows and the sum of their values. */
function cellsSql(
  question: FigureQuestion,
  { name, workspaceId, dimension, place, measure }: RollupChoice,
  { hours, marked }: RollupRange,
  scope: AnalyticsScope,
): Prisma.Sql {
  const { starts, breakOuts, filters } = question;
  const key = workspaceId === null ? Prisma.sql`m.workspace_id` : Prisma.sql`m.key`;
  const wanted = filters.flatMap(({ values }) => [
    Prisma.sql`${key} = any(${values.map((value) => value ?? "\u0001")}::text[])`,
  ]);
  const at = Prisma.sql`${place + 1}::int`;
  const left = leftToRows(question.range, hours, marked);
  const value = measure.value ? Prisma.sql`sum(v)::float8` : Prisma.sql`0::float8`;
  return Prisma.sql`select ${starts ? Prisma.sql`width_bucket(m.bucket, ${instants(starts)})` : Prisma.sql`0`} as b,
        ${breakOuts.length > 0 ? key : Prisma.sql`chr(1)`} as g1, sum(m.n[${at}])::int as n, sum(m.total[${at}])::float8 as total
      from metric_rollups m
     where m.source = ${name}::text and m.dimension = ${dimension}::text
       and ${workspaceId === null ? Prisma.sql`m.workspace_id <> ''` : Prisma.sql`m.workspace_id = ${workspaceId}::text`}
       and m.bucket >= ${hours.from}::timestamptz and m.bucket < ${hours.to}::timestamptz
       and m.bucket <> all(${instants(marked)}::timestamptz[]) ${wanted.length > 0 ? Prisma.sql`and ${Prisma.join(wanted, " and ")}` : Prisma.empty}
     group by 1, 2 having sum(m.n[${at}]) > 0
    union all
    select l.b, l.g1, count(*)::int, coalesce(${value}, 0) from (${rowsSql({ ...question, parts: left }, scope)}) l group by 1, 2`;
}

function sums(of: Aggregate): Prisma.Sql {
  return Prisma.sql`coalesce(sum(n), 0)::int as n, ${valueSql(of)} as value, 0 as people`;
}

function valueSql(of: Aggregate): Prisma.Sql {
  if (of === "count") return Prisma.sql`coalesce(sum(n), 0)::float8`;
  if (of === "sum") return Prisma.sql`coalesce(sum(total), 0)::float8`;
  return Prisma.sql`(sum(total) / nullif(sum(n), 0))::float8`;
}
