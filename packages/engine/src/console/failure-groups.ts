import type { Sql } from "../database/database";
import type { FailureGroup, RunFilter } from "./console-types";
import { conditionOf } from "./run-filter";

/** Failed runs by what they failed of, most frequent first, 100 groups at most. */
export async function listFailures(
  sql: Sql,
  filter: Omit<RunFilter, "states" | "fingerprint">,
): Promise<FailureGroup[]> {
  const { where, values } = conditionOf({ ...filter, states: ["failed"] });
  return sql.rows<FailureGroup>(
    `select g.fingerprint, newest.function_id as "functionId", newest.error, g.count, g."firstAt", g."lastAt"
       from (select r.fingerprint, count(*)::int as count, min(r.finished_at) as "firstAt", max(r.finished_at) as "lastAt",
                    max(r.id) as newest
               from run r ${where} and r.fingerprint is not null group by r.fingerprint) g
       join run newest on newest.id = g.newest
      order by g.count desc, g."lastAt" desc limit 100`,
    values,
  );
}
