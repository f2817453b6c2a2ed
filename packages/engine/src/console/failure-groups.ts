import { assured, integer, nullable, ownJson, text, timestamp } from "@besunny/sql/rows/column";
import { statementFamily } from "@besunny/sql/rows/statement";
import type { Sql } from "../database/database";
import { type FailureGroup, type RunError, type RunFilter, unknownError } from "./console-types";
import { conditionOf, sampleConditions } from "./run-filter";

/** Failed runs by what they failed of, most frequent first, 100 groups at most. */
export async function listFailures(
  sql: Sql,
  filter: Omit<RunFilter, "states" | "fingerprint">,
): Promise<FailureGroup[]> {
  const { values, ...condition } = conditionOf({ ...filter, states: ["failed"] });
  const groups = await sql.rows(groupFailures(condition), values);
  return groups.map(({ error, ...group }) => ({ ...group, error: error ?? unknownError }));
}

const groupFailures = statementFamily(
  {
    fingerprint: assured(text),
    functionId: text,
    error: nullable(ownJson<RunError>()),
    count: integer,
    firstAt: timestamp,
    lastAt: timestamp,
  },
  ({ where }) =>
    `select g.fingerprint, newest.function_id as "functionId", newest.error, g.count, g."firstAt", g."lastAt"
       from (select r.fingerprint, count(*)::int as count, min(r.finished_at) as "firstAt", max(r.finished_at) as "lastAt",
                    max(r.id) as newest
               from run r ${where} and r.fingerprint is not null group by r.fingerprint) g
       join run newest on newest.id = g.newest
      order by g.count desc, g."lastAt" desc limit 100`,
  sampleConditions.filter(({ where }) => where !== ""),
);
