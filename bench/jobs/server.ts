import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startEmbeddedPostgres, stopEmbeddedPostgres } from "@besunny/db/server/embedded-postgres";
import { readSecrets } from "@besunny/db/server/secrets";
import { migrateEngine } from "@besunny/engine/database/migrate";
import { Client } from "pg";

/** A PostgreSQL as the product starts it, with nothing else in it; gone when `stop` is called. */
export type Server = Awaited<ReturnType<typeof startServer>>;

export async function startServer() {
  const dataDirectory = await mkdtemp(join(tmpdir(), "besunny-bench-"));
  // mkdtemp closes it to all others, and root's PostgreSQL is another user.
  await chmod(dataDirectory, 0o711);
  const { superuserUrl } = await startEmbeddedPostgres({ dataDirectory });
  const postgresDirectory = (await readSecrets({ dataDirectory }))?.postgresDirectory ?? "";
  const pid = Number.parseInt(
    await readFile(join(postgresDirectory, "postmaster.pid"), "utf8"),
    10,
  );

  const stop = async () => {
    await stopEmbeddedPostgres({ dataDirectory, mode: "immediate" });
    await rm(postgresDirectory, { recursive: true, force: true });
    await rm(dataDirectory, { recursive: true, force: true });
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => stop().finally(() => process.exit(1)));

  return {
    /** A new database, and a role that owns nothing but what it is given. */
    async database(): Promise<{ ownerUrl: string; runtimeUrl: string; runtimeRole: string }> {
      const name = `bench_${randomBytes(4).toString("hex")}`;
      await statement(superuserUrl, `create database ${name}`);
      await statement(superuserUrl, `create role ${name} login password 'bench'`);
      await statement(superuserUrl, `grant all on database ${name} to ${name}`);
      const ownerUrl = withDatabase(superuserUrl, name);
      const runtime = new URL(ownerUrl);
      runtime.username = name;
      runtime.password = "bench";
      return { ownerUrl, runtimeUrl: runtime.href, runtimeRole: name };
    },
    /** The same with the engine's tables in it. */
    async engineDatabase() {
      const made = await this.database();
      await migrateEngine({ connectionString: made.ownerUrl, grantTo: made.runtimeRole });
      return made;
    },
    cpuMilliseconds: () => cpuOfTree(pid),
    stop,
  };
}

/** One statement on a connection of its own. */
export async function statement<Row extends object>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = name;
  return other.href;
}

/** Returns the CPU time of the server and its children, also ended ones, in milliseconds; 0 without /proc. */
async function cpuOfTree(pid: number): Promise<number> {
  const entries = await readdir("/proc").catch(() => []);
  const numbers = entries.map(Number).filter((entry) => entry > 0);
  const stats = await Promise.all(numbers.map(ticksOf));
  const ticks = stats.reduce((sum, stat) => {
    if (stat === null) return sum;
    if (stat.pid === pid) return sum + stat.own + stat.ended;
    return stat.parent === pid ? sum + stat.own : sum;
  }, 0);
  return ticks * 10;
}

/** From `/proc/PID/stat`; the name in it, in brackets, may hold spaces. A tick is 10 ms on every Linux of today. */
async function ticksOf(pid: number) {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ");
  if (!fields) return null;
  const at = (index: number) => Number(fields[index - 3]);
  return { pid, parent: at(4), own: at(14) + at(15), ended: at(16) + at(17) };
}
