import { integer, text, timestamp } from "@besunny/sql/rows/column";

import type { PlatformTx } from "../platform/platform-tx";
import { rawRows } from "../raw-rows";
import { driftSql } from "./drift";
import { ofAllSql, ofWorkspacesSql, type RolledName, rolledNames, versionOf } from "./rolled-up";
import type { Source } from "./source";
import { sources } from "./sources";

/** The hours that one transaction counts again, of all workspaces. */
const HOURS_AT_ONCE = 24;
/** The number of the lock that one process at a time takes. */
const LOCK = 4_126_001;

const locks = rawRows({ isOurs: integer });
const hours = rawRows({ bucket: timestamp });
const taken = rawRows({ workspaceId: text, bucket: timestamp });
const drifted = rawRows({ workspaceId: text, bucket: timestamp });
const waiting = rawRows({ marks: integer, behindMs: integer });

type Transaction = <T>(work: (tx: PlatformTx) => Promise<T>) => Promise<T>;

/** Keeps the sums of hours. What is written is always counted from rows, so that everything here may run twice. */
export function rollupRepository(tx: PlatformTx, transaction: Transaction) {
  return {
    /**
     * Counts hours that changed again, the newest first. Returns how many; 0 if there was nothing to do, or another process does it. Rollups
     * that were made by other statements are thrown away first, and all of their hours are counted.
     */
    workOff: async (): Promise<number> => {
      let done = 0;
      for (const name of rolledNames) done += await transaction((own) => workOffOf(own, name));
      return done;
    },

    /**
     * Compares the sums of hours without a mark with rows, since a moment. Records the number of differences, and marks their hours. Returns
     * it.
     */
    compare: async (since: Date, at: Date): Promise<number> => {
      let drift = 0;
      for (const name of rolledNames)
        drift += await transaction((own) => compareOf(own, name, { since, at }));
      return drift;
    },

    /** Returns the number of marks that wait, and how long the oldest has. */
    waiting: async (): Promise<{ marks: number; behindMs: number }> => {
      const [row] = await waiting(tx)`
        select count(*)::int as marks, coalesce(extract(epoch from now() - min(dirty_since)) * 1000, 0)::int as "behindMs" from rollup_marks`;
      return row ?? { marks: 0, behindMs: 0 };
    },
  };
}

async function workOffOf(tx: PlatformTx, name: RolledName): Promise<number> {
  const [lock] = await locks(tx)`select pg_try_advisory_xact_lock(${LOCK}::int)::int as "isOurs"`;
  if (lock?.isOurs !== 1) return 0;
  await beginAnew(tx, name);
  const found = await hours(
    tx,
  )`select distinct bucket from rollup_marks where source = ${name}::text
    order by bucket desc limit ${HOURS_AT_ONCE}::int`;
  if (found.length === 0) return 0;
  const buckets = found.map(({ bucket }) => bucket);
  const marks = await taken(tx)`
    with gone as (delete from rollup_marks where source = ${name}::text and bucket = any(${iso(buckets)}::text[]::timestamptz[])
      returning workspace_id, bucket)
    select distinct workspace_id as "workspaceId", bucket from gone`;
  await count(tx, name, marks);
  return buckets.length;
}

async function count(
  tx: PlatformTx,
  name: RolledName,
  marks: readonly { workspaceId: string; bucket: Date }[],
): Promise<void> {
  const workspaceIds = marks.map(({ workspaceId }) => workspaceId);
  const buckets = marks.map(({ bucket }) => bucket);
  await tx.$executeRaw`delete from metric_rollups r using unnest(${workspaceIds}::text[], ${iso(buckets)}::text[]::timestamptz[])
    as t(workspace_id, bucket) where r.source = ${name}::text and r.dimension = '' and r.workspace_id = t.workspace_id
      and r.bucket = t.bucket and t.workspace_id <> ''`;
  await tx.$executeRaw`${ofWorkspacesSql(name, { workspaceIds, buckets })}`;
  const all = [...new Map(buckets.map((bucket) => [bucket.getTime(), bucket])).values()];
  await tx.$executeRaw`delete from metric_rollups where source = ${name}::text and workspace_id = ''
    and bucket = any(${iso(all)}::text[]::timestamptz[])`;
  await tx.$executeRaw`${ofAllSql(name, all)}`;
}

type Compared = { since: Date; at: Date };

/** Counts every hour again beside what is there. Both are read in one statement, so no change comes between. */
async function compareOf(
  tx: PlatformTx,
  name: RolledName,
  { since, at }: Compared,
): Promise<number> {
  const known = await tx.rollupSource.findUnique({ where: { source: name } });
  if (known?.version !== versionOf(name)) return 0;
  const differing = await drifted(tx)`${driftSql(name, since)}`;
  if (differing.length > 0)
    await tx.$executeRaw`insert into rollup_marks (source, workspace_id, bucket)
      select ${name}::text, * from unnest(${differing.map(({ workspaceId }) => workspaceId)}::text[],
        ${iso(differing.map(({ bucket }) => bucket))}::text[]::timestamptz[]) as t(workspace_id, bucket)`;
  await tx.rollupSource.update({
    where: { source: name },
    data: { drift: differing.length, comparedAt: at },
    select: { source: true },
  });
  return differing.length;
}

/** Marks every hour of a source whose rollups were made by other statements than the present ones, or were never made. */
async function beginAnew(tx: PlatformTx, name: RolledName): Promise<void> {
  const version = versionOf(name);
  const known = await tx.rollupSource.findUnique({ where: { source: name } });
  if (known?.version === version) return;
  const of: Source = sources[name];
  await tx.$executeRaw`delete from metric_rollups where source = ${name}::text`;
  await tx.$executeRaw`insert into rollup_marks (source, workspace_id, bucket)
    select distinct ${name}::text, coalesce(${of.workspaceId}, ''), date_trunc('hour', ${of.at}, 'UTC') from ${of.from} where ${of.base}`;
  await tx.rollupSource.upsert({
    where: { source: name },
    create: { source: name, version },
    update: { version, drift: null, comparedAt: null },
    select: { source: true },
  });
}

function iso(at: readonly Date[]): string[] {
  return at.map((each) => each.toISOString());
}
