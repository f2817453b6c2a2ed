import { statement } from "@besunny/sql/rows/statement";
import type { Sql } from "./database";

/**
 * A run that begins to wait locks the name alone while it looks back; senders of that name share the lock. So an event is seen either
 * by the look back or by the wait, never by neither.
 */
export async function lockEventNames(
  tx: Sql,
  names: string[],
  mode: "shared" | "alone",
): Promise<void> {
  const lock = mode === "shared" ? lockShared : lockAlone;
  for (const name of [...new Set(names)].sort()) {
    await tx.rows(lock, [name]);
  }
}

const lockShared = statement(
  "select pg_advisory_xact_lock_shared(hashtextextended('engine.event:' || $1, 0))",
);
const lockAlone = statement(
  "select pg_advisory_xact_lock(hashtextextended('engine.event:' || $1, 0))",
);
