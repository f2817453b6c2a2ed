import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";

import { createWebhooks } from "@besunny/connectors/webhooks/webhooks";
import type { PlatformContext, WorkspaceContext } from "@besunny/core/context";
import { callerOf } from "@besunny/core/operation/caller-of";
import { noHooks } from "@besunny/core/operation/hooks";
import { platformCallerOf } from "@besunny/core/operation/platform-caller-of";
import { createWebhook } from "@besunny/core/webhooks/create-webhook";
import { createDatabase } from "@besunny/db/database";
import { stopEmbeddedPostgres } from "@besunny/db/server/embedded-postgres";
import { deliverWebhooks } from "@besunny/jobs/webhooks/deliver-webhooks";
import { createSealer } from "@besunny/runtime/keys/sealer";
import pg from "pg";

import { aDataDirectory, startDatabase } from "../database";
import { percentile, type Report } from "../report";

const workspaceId = "ws_bench";
const PER_SECOND = 100;
const TICK_MS = 100;
const log = { info: () => undefined, warn: console.error, error: console.error };

/** Measures the time from an event to its receiver at 100 events a second: alone, then beside an endpoint that never answers. */
export async function webhooks({ rounds = "20" }: { rounds?: string }): Promise<Report> {
  const dataDirectory = await aDataDirectory();
  const seconds = Number(rounds);
  const report: Report = { load_average_before: loadavg()[0] ?? 0, seconds };
  try {
    const { superuserUrl, roles } = await startDatabase(dataDirectory);
    const admin = new pg.Client(superuserUrl);
    await admin.connect();
    await admin.query(`insert into workspaces (id, name) values ('${workspaceId}', 'Bench')`);
    await admin.query(
      "insert into users (id, email, name) values ('usr_bench', 'b@example.test', 'B')",
    );
    await admin.query(
      `insert into memberships (workspace_id, user_id, role) values ('${workspaceId}', 'usr_bench', 'owner')`,
    );
    const db = createDatabase(roles);
    const shared = {
      ...{ db, log, hooks: noHooks, door: "job" as const, traceId: "bench" },
      webhooks: createWebhooks({ allowList: ["127.0.0.1"] }),
      sealer: createSealer({ current: randomBytes(32).toString("base64") }),
      retention: { eventDays: 30 },
      clock: () => new Date(),
    };
    const as = (actor: object) => callerOf(asWorkspace({ ...shared, workspaceId, actor }));
    const owner = as({
      ...{ kind: "user", id: "usr_bench", name: "B", role: "owner", projects: [] },
      via: { kind: "session", id: "ses_bench" },
    });
    const telling = deliverWebhooks(
      {
        platformCaller: (name) =>
          platformCallerOf(asPlatform({ ...shared, actor: { kind: "job", name } })),
        workspaceCaller: (_id, name) => as({ kind: "job", name }),
      },
      log,
    );
    const live = await aReceiver();
    const dead = await aReceiver({ isDead: true });
    const events = ["source.state_changed" as const];
    await createWebhook(owner, { name: "Live", url: live.url, events });
    const alone = await send(admin, seconds, live.times);
    await createWebhook(owner, { name: "Dead", url: dead.url, events });
    const beside = await send(admin, seconds, live.times);
    Object.assign(report, figures("alone", alone), figures("beside_a_dead_one", beside));
    report.dead_was_asked = dead.times.size;
    dead.close();
    live.close();
    await telling.stop();
    await db.close();
    await admin.end();
  } finally {
    await stopEmbeddedPostgres({ dataDirectory });
    await rm(dataDirectory, { recursive: true, force: true });
  }
  return report;
}

function figures(name: string, { sent, took }: { sent: number; took: number[] }): Report {
  return {
    [`${name}_sent`]: sent,
    [`${name}_received`]: took.length,
    [`${name}_ms_p50`]: percentile(took, 0.5),
    [`${name}_ms_p95`]: percentile(took, 0.95),
    [`${name}_ms_p99`]: percentile(took, 0.99),
  };
}

/** Keeps events as the relay does, at a steady rate, and returns how long each took to its receiver. */
async function send(admin: pg.Client, seconds: number, arrived: Map<string, number>) {
  const began = new Map<string, number>();
  const each = (PER_SECOND * TICK_MS) / 1000;
  let next = performance.now();
  for (let tick = 0; tick * TICK_MS < seconds * 1000; tick += 1) {
    const ids = Array.from({ length: each }, () => randomBytes(8).toString("hex"));
    for (const id of ids) began.set(id, performance.now());
    await admin.query(
      `insert into happenings (workspace_id, event_id, name, data, at)
       select '${workspaceId}', id, 'source.state_changed', jsonb_build_object('sourceId', id), now() from unnest($1::text[]) id`,
      [ids],
    );
    next += TICK_MS;
    await sleep(Math.max(0, next - performance.now()));
  }
  for (let wait = 0; wait < 100 && [...began.keys()].some((id) => !arrived.has(id)); wait += 1)
    await sleep(100);
  const took = [...began].flatMap(([id, at]) => {
    const then = arrived.get(id);
    return then === undefined ? [] : [then - at];
  });
  return { sent: began.size, took };
}

/** A receiver on this machine. A dead one takes connections and never answers. */
async function aReceiver({ isDead = false } = {}) {
  const times = new Map<string, number>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { data } = JSON.parse(Buffer.concat(parts).toString());
      if (!times.has(data.sourceId)) times.set(data.sourceId, performance.now());
      if (!isDead) response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/`,
    times,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A server that listens on a port has an address of this kind. */
function portOf(address: string | AddressInfo | null): number {
  return (address as AddressInfo).port;
}

/** Webhooks use these tools alone; another one would fail at its first use. */
function asWorkspace(given: object): WorkspaceContext {
  return given as WorkspaceContext;
}

function asPlatform(given: object): PlatformContext {
  return given as PlatformContext;
}
