import { createHash } from "node:crypto";

/** Statements with more parameters differ with the length of some list; each would be kept by PostgreSQL for nothing. */
const MOST_PARAMETERS = 16;
const MOST_STATEMENTS = 300;

/**
 * Names statements so that each connection prepares a text once and PostgreSQL does not parse and plan it at every visit. Returns ""
 * (no name) for long lists of parameters and for texts after the first 300: connections keep what they have prepared.
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
 * The same connection string for sessions that plan a prepared statement with its parameters. A plan for any parameters takes a rare
 * principal for granted, and would read the documents of every workspace by the index on `access` where nearly all are visible.
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
