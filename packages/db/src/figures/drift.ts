import { Prisma } from "../generated/client";
import { type RolledName, sumsOf } from "./rolled-up";
import type { Source } from "./source";
import { sources } from "./sources";

/**
 * Returns the statement for the hours whose sums differ from their rows: of single workspaces, and (with the workspace '') of all together.
 * Hours with a mark are left out.
 */
export function driftSql(name: RolledName, since: Date): Prisma.Sql {
  const of: Source = sources[name];
  const hour = Prisma.sql`date_trunc('hour', ${of.at}, 'UTC')`;
  const counted = (
    workspaceId: Prisma.Sql,
  ) => Prisma.sql`select ${workspaceId} as workspace_id, ${hour} as bucket, ${sumsOf(name)}
    from ${of.from} where ${of.base} and ${of.at} >= date_trunc('hour', ${since}::timestamptz, 'UTC')`;
  return Prisma.sql`with truth(workspace_id, bucket, n, total) as (
      ${counted(of.workspaceId)} and ${of.workspaceId} is not null group by 1, 2
      union all ${counted(Prisma.sql`''`)} group by 1, 2),
    kept as (select workspace_id, bucket, n, total from metric_rollups
      where source = ${name}::text and dimension = '' and bucket >= date_trunc('hour', ${since}::timestamptz, 'UTC'))
    select coalesce(t.workspace_id, k.workspace_id) as "workspaceId", coalesce(t.bucket, k.bucket) as bucket
      from truth t full join kept k on k.workspace_id = t.workspace_id and k.bucket = t.bucket
     where (t.n is distinct from k.n or exists (
             select from unnest(t.total, k.total) as e(truth, kept) where abs(e.truth - e.kept) > 1e-6 * greatest(1, abs(e.truth))))
       and not exists (select from rollup_marks m where m.source = ${name}::text and m.bucket = coalesce(t.bucket, k.bucket))`;
}
