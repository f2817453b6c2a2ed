import { createHash } from "node:crypto";

import { Prisma } from "../generated/client";
import { type FigureQuestion, type FigureRange, joinsOf } from "./compile";
import type { AnalyticsScope } from "./figure-scope";
import type { Measure, Source } from "./source";
import { dimensionOf, type MeasureOf, type SourceName, sources } from "./sources";

const HOUR_MS = 3_600_000;
/** Below this many whole hours, rows are as quick. */
const FEWEST_HOURS = 24;

type Rolled<Name extends SourceName> = {
  /** In the order of the places in a rollup. */
  measures: readonly MeasureOf<Name>[];
  /** The dimensions by each of which all workspaces together are summed up. */
  dimensions: readonly string[];
};

/** The sources that have rollups. A change in here, or in what the measures count, counts all of a source again. */
const rolled: { [Name in SourceName]?: Rolled<Name> } = {
  documents: {
    measures: [
      "received",
      "ready",
      "failed",
      "failedShare",
      "unfinished",
      "pages",
      "bytes",
      "read",
      "understood",
      "indexed",
      "changedByPeople",
      "confidence",
      "personal",
    ],
    dimensions: ["type", "status", "format", "language", "source", "failure"],
  },
  stages: {
    measures: ["finished", "failed", "again"],
    dimensions: ["stage", "failure", "lane"],
  },
  results: {
    measures: ["made", "confidence", "abstained", "degraded", "withheld", "cost", "costUnknown"],
    dimensions: ["type", "producer", "model", "failure"],
  },
  calls: {
    measures: [
      "made",
      "failed",
      "failedShare",
      "refused",
      "withheld",
      "cost",
      "costUnknown",
      "inputTokens",
      "outputTokens",
    ],
    dimensions: ["model", "provider", "step", "callState", "lane", "failure"],
  },
};

export const rolledNames = [
  "documents",
  "stages",
  "results",
  "calls",
] as const satisfies readonly SourceName[];
export type RolledName = (typeof rolledNames)[number];

function rolledOf(name: SourceName): {
  measures: readonly string[];
  dimensions: readonly string[];
} {
  return rolled[name] ?? { measures: [], dimensions: [] };
}

/** Hours of workspaces; the same place of both lists belongs together. */
export type Hours = { workspaceIds: readonly string[]; buckets: readonly Date[] };

/** Returns the statement that writes the rollups of these hours of single workspaces. */
export function ofWorkspacesSql(name: RolledName, { workspaceIds, buckets }: Hours): Prisma.Sql {
  const of: Source = sources[name];
  return Prisma.sql`insert into metric_rollups (source, workspace_id, dimension, bucket, key, n, total)
    select ${name}::text, t.workspace_id, '', t.bucket, '', ${sumsOf(name)}
      from unnest(${[...workspaceIds]}::text[], ${isoOf(buckets)}::text[]::timestamptz[]) as t(workspace_id, bucket), ${of.from}
     where ${of.workspaceId} = t.workspace_id and ${of.at} >= t.bucket and ${of.at} < t.bucket + interval '1 hour' and ${of.base}
       ${of.open ? Prisma.sql`and ${of.open}` : Prisma.empty}
     group by t.workspace_id, t.bucket`;
}

/** Returns the statement that writes the rollups of these hours of all workspaces together, whole and by each dimension. */
export function ofAllSql(name: RolledName, buckets: readonly Date[]): Prisma.Sql {
  const of: Source = sources[name];
  const { dimensions } = rolledOf(name);
  const joins = joinsOf({ breakOuts: dimensions, filters: [] }, of);
  const cuts = dimensions.map(
    (dimension) => Prisma.sql`(${dimension}::text, ${keySql(of, dimension)})`,
  );
  return Prisma.sql`insert into metric_rollups (source, workspace_id, dimension, bucket, key, n, total)
    select ${name}::text, '', cut.dimension, t.bucket, cut.key, ${sumsOf(name)}
      from unnest(${isoOf(buckets)}::text[]::timestamptz[]) as t(bucket), ${of.from} ${joins}
      cross join lateral (values (''::text, ''::text), ${Prisma.join(cuts, ", ")}) as cut(dimension, key)
     where ${of.at} >= t.bucket and ${of.at} < t.bucket + interval '1 hour' and ${of.base}
     group by cut.dimension, t.bucket, cut.key`;
}

/** Returns a name for what the rollups of a source are made by. */
export function versionOf(name: RolledName): string {
  const text = [ofWorkspacesSql(name, { workspaceIds: [], buckets: [] }), ofAllSql(name, [])]
    .flatMap((sql) => [sql.sql, JSON.stringify(sql.values)])
    .join("\n");
  return createHash("sha256").update(text).digest("base64url").slice(0, 16);
}

/** The rollups that answer a question: whose, by which dimension, and which figure of them. */
export type RollupChoice = {
  name: RolledName;
  /** Null: those of each workspace, to break out or filter by. */
  workspaceId: string | null;
  dimension: string;
  place: number;
  measure: Measure;
};

/**
 * Returns the rollups that could answer a question within a scope; null where rows must. Principals are always counted from rows, because a
 * rollup counts documents that they may not see.
 */
export function rollupFor(question: FigureQuestion, scope: AnalyticsScope): RollupChoice | null {
  const { source, measure: asked, breakOuts, filters, starts } = question;
  const name = rolledNames.find((each) => each === source);
  const { measures, dimensions } = rolledOf(source);
  const place = measures.indexOf(asked);
  if (!name || place < 0 || scope.kind === "principals") return null;
  if (starts && !starts.every(isHour)) return null;
  const measure = (sources[name] as Source).measures[asked];
  const used = [...new Set([...breakOuts, ...filters.map(({ dimension }) => dimension)])];
  const [dimension = "", ...others] = used;
  if (!measure || others.length > 0) return null;
  const choice = { name, place, measure };
  if (scope.kind === "workspace")
    return dimension === "" ? { ...choice, workspaceId: scope.workspaceId, dimension } : null;
  if (dimension === "workspace") return { ...choice, workspaceId: null, dimension: "" };
  return dimension === "" || dimensions.includes(dimension)
    ? { ...choice, workspaceId: "", dimension }
    : null;
}

/** Returns the whole hours (UTC) of a range; null if there are too few to be worth it. */
export function wholeHours({ from, to }: FigureRange): FigureRange | null {
  const first = Math.ceil(from.getTime() / HOUR_MS) * HOUR_MS;
  const last = Math.floor(to.getTime() / HOUR_MS) * HOUR_MS;
  return last - first < FEWEST_HOURS * HOUR_MS
    ? null
    : { from: new Date(first), to: new Date(last) };
}

/** Returns the parts of a range that rollups do not answer: its broken ends, and the hours that have to be counted again. */
export function leftToRows(
  range: FigureRange,
  hours: FigureRange,
  marked: readonly Date[],
): FigureRange[] {
  return [
    { from: range.from, to: hours.from },
    ...marked.map((from) => ({ from, to: new Date(from.getTime() + HOUR_MS) })),
    { from: hours.to, to: range.to },
  ].filter(({ from, to }) => from < to);
}

function isHour(at: Date): boolean {
  return at.getTime() % HOUR_MS === 0;
}

/** The numbers of rows and the sums of values of all figures of a source. */
export function sumsOf(name: RolledName): Prisma.Sql {
  const of: Source = sources[name];
  const measures = rolledOf(name).measures.flatMap((measure) => of.measures[measure] ?? []);
  const counts = measures.map(
    ({ where }) =>
      Prisma.sql`(count(*)${where ? Prisma.sql` filter (where ${where})` : Prisma.empty})::int`,
  );
  const totals = measures.map(({ value, where }) =>
    value
      ? Prisma.sql`coalesce(sum(${value})${where ? Prisma.sql` filter (where ${where})` : Prisma.empty}, 0)::float8`
      : Prisma.sql`0::float8`,
  );
  return Prisma.sql`array[${Prisma.join(counts, ", ")}], array[${Prisma.join(totals, ", ")}]`;
}

function keySql(of: Source, dimension: string): Prisma.Sql {
  const found = dimensionOf(of, dimension);
  if (!("key" in found)) throw new TypeError(`Rows have several values of ${dimension}`);
  return Prisma.sql`coalesce(${found.key}, chr(1))`;
}

function isoOf(at: readonly Date[]): string[] {
  return at.map((each) => each.toISOString());
}
