import { chmod, mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { createDatabase } from "@besunny/db/database";
import { newId } from "@besunny/db/ids";
import { migrate } from "@besunny/db/migrate/migrate";
import { startEmbeddedPostgres, stopEmbeddedPostgres } from "@besunny/db/server/embedded-postgres";
import { ensureSecrets } from "@besunny/db/server/secrets";
import pg from "pg";

import { percentile, type Report } from "../report";

const migrationsDirectory = join(import.meta.dirname, "../../packages/db/prisma/migrations");

/** Measures the cost of writing usage when a version of a document is stored, beside the same without, and of a reservation. */
export async function usage({ rounds = "2000" }: { rounds?: string }): Promise<Report> {
  const dataDirectory = await mkdtemp(join(tmpdir(), "besunny-bench-"));
  // mkdtemp closes it to all others, and root's PostgreSQL is another user.
  await chmod(dataDirectory, 0o711);
  const report: Report = { load_average_before: loadavg()[0] ?? 0, rounds: Number(rounds) };
  try {
    const { url } = await startEmbeddedPostgres({ dataDirectory });
    const secrets = await ensureSecrets({ dataDirectory });
    const { roles } = await migrate({
      ownerUrl: url,
      migrationsDirectory,
      passwords: {
        app: secrets.appPassword,
        identity: secrets.identityPassword,
        platform: secrets.platformPassword,
        engine: secrets.enginePassword,
      },
    });
    const db = createDatabase(roles);
    const owner = new pg.Client({ connectionString: url });
    owner.on("error", () => undefined);
    await owner.connect();
    // The owner of the tables is held to their policies too. Here it writes as any role does.
    for (const table of ["workspaces", "documents", "document_versions"])
      await owner.query(`alter table ${table} no force row level security`);
    await owner.query("insert into workspaces (id, name) values ('ws_bench', 'Bench')");
    await owner.query(
      `insert into documents (id, workspace_id, title, file_name, media_type, size, content_hash, storage_key, access)
       values ('doc_bench', 'ws_bench', 'Bench', 'b.txt', 'text/plain', 1, 'h', 'k', '{all,ws,usr_bench}')`,
    );
    const store = async (count: number, from: number): Promise<number[]> => {
      const times: number[] = [];
      for (let at = 0; at < count; at += 1) {
        const began = performance.now();
        await owner.query("begin");
        await owner.query(
          `insert into document_versions (id, workspace_id, document_id, number, file_name, size, content_hash, storage_key)
           values ($1, 'ws_bench', 'doc_bench', $2, 'b.txt', 10, 'h', 'k')`,
          [newId("evt"), from + at],
        );
        await owner.query("commit");
        times.push(performance.now() - began);
      }
      return times;
    };
    await store(100, 1);
    const [without, withUsage]: [number[], number[]] = [[], []];
    // By turns, so that both meet the same load.
    for (let turn = 0; turn < 10; turn += 1) {
      const each = Math.ceil(Number(rounds) / 10);
      const from = 1_000 + turn * each * 2;
      await owner.query("alter table document_versions disable trigger usage_of_versions");
      without.push(...(await store(each, from)));
      await owner.query("alter table document_versions enable trigger usage_of_versions");
      withUsage.push(...(await store(each, from + each)));
    }
    const at = new Date();
    await db.platform.plans.setLimit("ws_bench", "pages", { soft: null, hard: 1e12 }, at);
    const holds: number[] = [];
    const client = new pg.Client({ connectionString: roles.app });
    await client.connect();
    await client.query("select set_config('app.workspace_id', 'ws_bench', false)");
    for (let number = 0; number < Number(rounds); number += 1) {
      const began = performance.now();
      await client.query(
        "select hold_own_usage('pages', 1, $1, $1, now(), now() + interval '15 minutes')",
        [`doc_${number}`],
      );
      holds.push(performance.now() - began);
    }
    Object.assign(report, {
      without_ms_p50: percentile(without, 0.5),
      without_ms_p95: percentile(without, 0.95),
      with_ms_p50: percentile(withUsage, 0.5),
      with_ms_p95: percentile(withUsage, 0.95),
      adds_ms_p50: percentile(withUsage, 0.5) - percentile(without, 0.5),
      hold_ms_p50: percentile(holds, 0.5),
      hold_ms_p95: percentile(holds, 0.95),
    });
    await client.end();
    await owner.end();
    await db.close();
  } finally {
    await stopEmbeddedPostgres({ dataDirectory });
    await rm(dataDirectory, { recursive: true, force: true });
  }
  return report;
}
