import { Prisma } from "../generated/client";
import type { AnalyticsScope } from "./figure-scope";
import type { Aggregate, DimensionSql, Measure, Source } from "./source";
import { dimensionOf, measureOf, type SourceName, sources } from "./sources";

/** Whole time without its end. */
export type FigureRange = { from: Date; to: Date };

/** A dimension has one of these values; null means rows that have none. */
export type FigureFilter = { dimension: string; values: readonly (string | null)[] };

/** A question for one figure, in the names of the table of sources. */
export type FigureQuestion = {
  source: SourceName;
  measure: string;
  range: FigureRange;
  /** The beginnings of the parts that the range is cut into; null: it is not cut. */
  starts: readonly Date[] | null;
  breakOuts: readonly string[];
  filters: readonly FigureFilter[];
  /** The most groups; the rest is one. */
  limit: number;
  /** Of the range, these parts alone; without them all of it. */
  parts?: readonly FigureRange[];
};

/** The key of rows that have no value. No key holds a control character. */
export const NONE = "\u0001";
/** The key of the groups beyond the limit. */
export const REST = "\u0002";

const none = Prisma.sql`chr(1)`;
const rest = Prisma.sql`chr(2)`;

/** Returns the statement for the whole of a range: one row with `n`, `value` and `people`. */
export function totalSql(question: FigureQuestion, scope: AnalyticsScope): Prisma.Sql {
  const of = measureOf(question.source, question.measure);
  return Prisma.sql`select ${aggregates(of)} from (${rowsSql({ ...question, breakOuts: [], starts: null }, scope)}) r`;
}

/**
 * Returns the statement for the parts of a range: a row for each part of the time and each group. The row of the whole has the part -1. Where a
 * row may be of several groups there is none of the whole, and it counts once among the rest.
 */
export function pointsSql(question: FigureQuestion, scope: AnalyticsScope): Prisma.Sql {
  const of = measureOf(question.source, question.measure);
  const part = Prisma.sql`case when grouping(b) = 1 then -1 else b end as b`;
  if (question.breakOuts.length === 0)
    return Prisma.sql`select ${part}, ${none} as g1, ${none} as g2, ${aggregates(of)}
      from (${rowsSql(question, scope)}) r group by grouping sets ((b), ())`;
  const isMany = hasMany(question);
  const once = isMany ? Prisma.sql`distinct` : Prisma.empty;
  const sets = isMany ? Prisma.sql`(b, g1, g2)` : Prisma.sql`grouping sets ((b, g1, g2), ())`;
  return Prisma.sql`with r as (${rowsSql(question, scope)}),
    kept as (select g1, g2 from r group by g1, g2 order by ${rankOf(of.measure.of)} desc nulls last, g1, g2 limit ${question.limit}::int),
    m as (select ${once} r.b, coalesce(k.g1, ${rest}) as g1, coalesce(k.g2, ${rest}) as g2, r.v, r.who, r.id
      from r left join kept k on k.g1 = r.g1 and k.g2 = r.g2)
    select ${part}, coalesce(g1, ${none}) as g1, coalesce(g2, ${none}) as g2, ${aggregates(of)} from m group by ${sets}`;
}

/** Returns whether a row may be of several groups of a question. */
export function hasMany({ source, breakOuts }: FigureQuestion): boolean {
  return breakOuts.some((name) => "many" in dimensionOf(sources[source], name));
}

/** Returns the rows that a question counts, each with its part of the time, its groups, its value and its person. */
export function rowsSql(question: FigureQuestion, scope: AnalyticsScope): Prisma.Sql {
  const { source, measure } = measureOf(question.source, question.measure);
  const groups = question.breakOuts.map((name) => dimensionOf(source, name));
  const at = measure.at ?? source.at;
  const bucket =
    question.starts && !measure.isLevel
      ? Prisma.sql`width_bucket(${at}, ${instants(question.starts)})`
      : Prisma.sql`0`;
  const [one = none, two = none] = groups.map((group, place) => groupKey(group, place));
  return Prisma.sql`select ${bucket} as b, ${one} as g1, ${two} as g2, ${measure.value ?? Prisma.sql`1`} as v,
      ${source.who ?? Prisma.sql`null::text`} as who, ${hasMany(question) ? source.id : Prisma.sql`null::text`} as id
    from ${source.from} ${joinsOf(question, source)} ${Prisma.join(
      [Prisma.empty, ...groups.map((group, place) => lateral(group, place, scope))],
      " ",
    )}
    where ${conditionOf(question, scope)}`;
}

/** Returns the condition for the rows of a question. */
export function conditionOf(
  {
    source: name,
    measure: of,
    range,
    filters,
    parts = [range],
  }: Pick<FigureQuestion, "source" | "measure" | "range" | "filters" | "parts">,
  scope: AnalyticsScope,
): Prisma.Sql {
  const { source, measure } = measureOf(name, of);
  const at = measure.at ?? source.at;
  return Prisma.join(
    [
      scopeSql(source, scope),
      measure.base ?? source.base,
      ...(measure.where ? [measure.where] : []),
      ...(measure.isLevel ? [] : [timeSql(at, parts)]),
      ...filters.map((filter) => filterSql(dimensionOf(source, filter.dimension), filter, scope)),
    ],
    " and ",
  );
}

function timeSql(at: Prisma.Sql, parts: readonly FigureRange[]): Prisma.Sql {
  const within = parts.map(
    ({ from, to }) => Prisma.sql`(${at} >= ${from}::timestamptz and ${at} < ${to}::timestamptz)`,
  );
  return within.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(within, " or ")})`;
}

function scopeSql({ workspaceId, visible, open }: Source, scope: AnalyticsScope): Prisma.Sql {
  if (scope.kind === "platform") return Prisma.sql`true`;
  const own = Prisma.sql`${workspaceId} = ${scope.workspaceId}::text`;
  if (scope.kind === "workspace") return open ? Prisma.sql`${own} and ${open}` : own;
  if (!visible) throw new TypeError("Principals may count no rows of this source");
  return Prisma.sql`${own} and ${visible(scope.principals)}`;
}

function filterSql(
  dimension: DimensionSql,
  { values }: FigureFilter,
  scope: AnalyticsScope,
): Prisma.Sql {
  const known = values.filter((value) => value !== null);
  const hasNone = known.length < values.length;
  const [some, isNone] =
    "many" in dimension
      ? [
          Prisma.sql`exists (select from (${dimension.many(scope)}) k where k.key = any(${known}::text[]))`,
          Prisma.sql`not exists (select from (${dimension.many(scope)}) k)`,
        ]
      : [
          Prisma.sql`(${dimension.key}) = any(${known}::text[])`,
          Prisma.sql`(${dimension.key}) is null`,
        ];
  return hasNone ? Prisma.sql`(${some} or ${isNone})` : some;
}

/** Returns the joins that the dimensions of a question need, each once. */
export function joinsOf(
  { breakOuts, filters }: Pick<FigureQuestion, "breakOuts" | "filters">,
  source: Source,
): Prisma.Sql {
  const names = [...breakOuts, ...filters.map(({ dimension }) => dimension)];
  const joins = names.flatMap((name) => {
    const of = dimensionOf(source, name);
    return "key" in of && of.join ? [of.join] : [];
  });
  return Prisma.join([Prisma.empty, ...new Set(joins)], " ");
}

function lateral(group: DimensionSql, place: number, scope: AnalyticsScope): Prisma.Sql {
  if (!("many" in group)) return Prisma.empty;
  return Prisma.sql`left join lateral (${group.many(scope)}) ${place === 0 ? Prisma.sql`of1` : Prisma.sql`of2`} on true`;
}

function groupKey(group: DimensionSql, place: number): Prisma.Sql {
  if ("key" in group) return Prisma.sql`coalesce(${group.key}, ${none})`;
  return place === 0
    ? Prisma.sql`coalesce(of1.key, ${none})`
    : Prisma.sql`coalesce(of2.key, ${none})`;
}

function aggregates({ source, measure }: { source: Source; measure: Measure }): Prisma.Sql {
  const people = source.who ? Prisma.sql`count(distinct who)::int` : Prisma.sql`0`;
  return Prisma.sql`count(*)::int as n, ${valueSql[measure.of]} as value, ${people} as people`;
}

const valueSql: Record<Aggregate, Prisma.Sql> = {
  count: Prisma.sql`count(*)::float8`,
  sum: Prisma.sql`coalesce(sum(v), 0)::float8`,
  mean: Prisma.sql`avg(v)::float8`,
  share: Prisma.sql`avg(v)::float8`,
  most: Prisma.sql`max(v)::float8`,
  distinct: Prisma.sql`count(distinct v)::float8`,
  median: Prisma.sql`percentile_cont(0.5) within group (order by v)::float8`,
  slowest: Prisma.sql`percentile_cont(0.95) within group (order by v)::float8`,
};

function rankOf(of: Aggregate): Prisma.Sql {
  return of === "sum"
    ? Prisma.sql`sum(v)`
    : of === "most"
      ? Prisma.sql`max(v)`
      : Prisma.sql`count(*)`;
}

/** Returns the instants as an array. The subquery is computed once, where a cast would be for every row. */
export function instants(at: readonly Date[]): Prisma.Sql {
  return Prisma.sql`(select ${at.map((each) => each.toISOString())}::text[]::timestamptz[])`;
}
