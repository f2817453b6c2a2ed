import { rm } from "node:fs/promises";
import { loadavg } from "node:os";
import { verifyChain } from "@besunny/core/audit/contract/chain/verify-chain";
import { createDatabase, type Database } from "@besunny/db/database";
import { stopEmbeddedPostgres } from "@besunny/db/server/embedded-postgres";
import pg from "pg";

import { aDataDirectory, startDatabase } from "../database";
import { percentile, type Report } from "../report";

const workspaceId = "ws_bench";
const scope = { workspaceId, principals: ["all"] };
const ENTRIES = 1_000_000;

/** Measures what the chain of the audit log adds to a command, in turns with the same command without it. Measures how long a million entries take to verify. */
export async function audit({ rounds = "600" }: { rounds?: string }): Promise<Report> {
  const dataDirectory = await aDataDirectory();
  const report: Report = { load_average_before: loadavg()[0] ?? 0, commands: Number(rounds) };
  try {
    const { superuserUrl, roles } = await startDatabase(dataDirectory);
    const admin = new pg.Client(superuserUrl);
    await admin.connect();
    await admin.query(`insert into workspaces (id, name) values ('${workspaceId}', 'Bench')`);
    const db = createDatabase(roles);
    Object.assign(report, await compared(db, admin, Number(rounds)));
    Object.assign(report, await verified(db, admin));
    await db.close();
    await admin.end();
  } finally {
    await stopEmbeddedPostgres({ dataDirectory });
    await rm(dataDirectory, { recursive: true, force: true });
  }
  return report;
}

/** Renames a workspace and records it, with the chain and without, in turns of twenty. */
async function compared(db: Database, admin: pg.Client, rounds: number): Promise<Report> {
  const times = { with: [] as number[], without: [] as number[] };
  const command = async (n: number) => {
    const began = performance.now();
    await db.write(scope, async ({ workspaces, audit: log }) => {
      await workspaces.rename(`Bench ${n}`);
      await log.record({
        operation: "workspaces.rename-workspace",
        actorKind: "user",
        actorId: "usr_bench",
        door: "web",
        subjects: [workspaceId],
        input: { name: `Bench ${n}` },
        changes: [
          { subject: workspaceId, before: { name: "Bench" }, after: { name: `Bench ${n}` } },
        ],
        ip: "198.51.100.7",
        userAgent: "bench",
        traceId: "bench",
      });
    });
    return performance.now() - began;
  };
  for (let n = 0; n < 40; n += 1) await command(n);
  for (let turn = 0; turn * 20 < rounds; turn += 1)
    for (const kind of turn % 2 ? (["with", "without"] as const) : (["without", "with"] as const)) {
      const verb = kind === "with" ? "enable" : "disable";
      await admin.query(`alter table audit_entries ${verb} trigger audit_entries_linked`);
      for (let n = 0; n < 20; n += 1) times[kind].push(await command(n));
    }
  await admin.query("alter table audit_entries enable trigger audit_entries_linked");
  const [chained, plain] = [percentile(times.with, 0.5), percentile(times.without, 0.5)];
  return {
    command_ms_p50: chained,
    command_ms_p95: percentile(times.with, 0.95),
    without_chain_ms_p50: plain,
    without_chain_ms_p95: percentile(times.without, 0.95),
    chain_adds_ms_p50: chained - plain,
  };
}

/** Fills the log by SQL with the functions of the database's own trigger, and checks it as the product does. */
async function verified(db: Database, admin: pg.Client): Promise<Report> {
  await admin.query("delete from audit_links; delete from audit_heads; delete from audit_entries");
  const filling = performance.now();
  await admin.query(`alter table audit_entries disable trigger audit_entries_linked;
    insert into audit_entries (id, workspace_id, actor_kind, actor_id, operation, door, subjects, input, changes, ip, user_agent, trace_id, created_at)
      select 'aud_' || lpad(n::text, 12, '0'), '${workspaceId}', 'user', 'usr_' || n % 50, 'documents.rename-document', 'web',
             array['doc_' || n], jsonb_build_object('id', 'doc_' || n, 'title', 'A title of ' || n),
             jsonb_build_array(jsonb_build_object('subject', 'doc_' || n, 'before', '{"title":"Before"}'::jsonb, 'after', jsonb_build_object('title', 'A title of ' || n))),
             '198.51.100.7', 'bench', 'trace-' || n, now()
        from generate_series(1, ${ENTRIES}) n;
    do $$
    declare e record; n bigint := 0; h bytea := ''; s bytea; t text;
    begin
      for e in select * from audit_entries order by id loop
        n := n + 1;
        s := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
        t := audit_text_2(n, e.workspace_id, e.id, e.created_at, e.actor_kind, e.actor_id, e.actor_key_id, e.actor_session_id, e.operation, e.door,
               e.subjects, e.outcome, e.error_code, e.trace_id, e.is_private, audit_details_2(s, e.input, e.changes, e.ip, e.user_agent, e.reason));
        h := sha256(h || convert_to(t, 'UTF8'));
        insert into audit_links values (e.workspace_id, n, e.id, t, s, h);
      end loop;
      insert into audit_heads values ('${workspaceId}', n, h, now() - interval '1 day', now());
    end $$;
    alter table audit_entries enable trigger audit_entries_linked`);
  await admin.query("analyze audit_entries; analyze audit_links");
  const filled = (performance.now() - filling) / 1000;
  const [began, used] = [performance.now(), process.cpuUsage()];
  const found = await verifyChain(workspaceId, {
    read: ({ after, limit }) =>
      db.read(
        scope,
        async ({ auditChain }) => {
          const head = await auditChain.head();
          return {
            head,
            links: await auditChain.page(after, limit),
            unlinked:
              head && after === 0
                ? await auditChain.unlinked(head.beganAt)
                : { before: 0, since: 0 },
          };
        },
        { timeoutSeconds: 120 },
      ),
    anchors: [],
  });
  if (!found.isWhole || found.entries !== ENTRIES) throw new Error(JSON.stringify(found));
  return {
    entries: found.entries,
    filled_seconds: filled,
    verified_seconds: (performance.now() - began) / 1000,
    verified_cpu_seconds: process.cpuUsage(used).user / 1_000_000,
    load_average_at_end: loadavg()[0] ?? 0,
  };
}
