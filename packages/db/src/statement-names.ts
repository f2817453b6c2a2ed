import { createHash } from "node:crypto";

/** Statements with more parameters differ with the length of a list, so PostgreSQL would keep each without reuse. */
const MOST_PARAMETERS = 16;
const MOST_STATEMENTS = 300;

/**
 * Names statements so that each connection prepares a text once, and PostgreSQL does not parse and plan it for every call. Returns ""
 * (no name) for long lists of parameters. Returns "" for texts after the first 300 too, because connections keep all that they have
 * prepared.
 */
export function statementNames(): (query: { sql: string; args: readonly unknown[] }) => string {
  const names = new Map<string, string>();
  return ({ sql, args }) => {
    const known = names.get(sql);
    if (known) return known;
    if (args.length === 0 || args.length > MOST_PARAMETERS || names.size >= MOST_STATEMENTS)
      return "";
    const name = createHash("sha256").update(sql).digest("base64url").slice(0, 32);
    names.set(sql, name);
    return name;
  };
}

/**
 * Returns the same connection string for sessions that plan a prepared statement with its parameters. A plan for any parameters assumes
 * a rare principal. If nearly all documents are visible, it would read those of every workspace by the index on `access`.
 */
export function plannedEachTime(connectionString: string): string {
  const url = new URL(connectionString);
  const given = url.searchParams.get("options");
  url.searchParams.set(
    "options",
    `${given ? `${given} ` : ""}-c plan_cache_mode=force_custom_plan`,
  );
  return url.toString();
}
