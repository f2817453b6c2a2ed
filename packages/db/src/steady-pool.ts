import { inUtc } from "@besunny/sql/in-utc";
import pg from "pg";

/**
 * Returns a pool of connections for what goes past Prisma; its sessions are in UTC. A connection that PostgreSQL ends while it is idle leaves the pool, and the
 * next query opens another one. Without a listener it would end the process.
 */
export function steadyPool(url: string, { max }: { max: number }): pg.Pool {
  const pool = new pg.Pool({ connectionString: inUtc(url), max, allowExitOnIdle: true });
  pool.on("error", () => undefined);
  return pool;
}
