import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { loadavg } from "node:os";
import { join, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { createEngine } from "@besunny/engine/engine";
import { clientOf } from "@besunny/engine/test/harness";
import { percentile, type Report } from "../report";
import { fillTables } from "./filling";
import { type Load, measureEngine } from "./load";
import { measurePeer } from "./peers";
import { measureRecovery } from "./recovery";
import { type Server, startServer, statement } from "./server";
import { startEngineWorker } from "./workers";

const ROUNDS = 3;
const FINISHED = 100_000;
const SLEEPING = 10_000;

/** The engine with one worker, with two, and with full tables, beside other queues in the same sitting; the median of three rounds. */
export async function jobs({ limit = "600" }: { limit?: string }): Promise<Report> {
  const runs = Number(limit);
  const busyBefore = loadavg()[0] ?? 0;
  const server = await startServer();
  try {
    const loads = {
      one: noLoads(),
      two: noLoads(),
      filled: noLoads(),
      graphile: noLoads(),
      pgboss: noLoads(),
    };
    const record = (name: keyof typeof loads, load: Load) => {
      loads[name].push(load);
      console.error(`${name}: ${JSON.stringify(load)}`);
    };
    const full = await fullDatabase(server);
    for (let round = 0; round < ROUNDS; round++) {
      record(
        "one",
        await measureEngine(server, await server.engineDatabase(), { runs, workers: 1 }),
      );
      record("graphile", await measurePeer(server, "graphile", runs));
      record(
        "two",
        await measureEngine(server, await server.engineDatabase(), { runs, workers: 2 }),
      );
      record("pgboss", await measurePeer(server, "pgboss", runs));
      record("filled", await measureEngine(server, full, { runs, workers: 1 }));
    }
    const one = median(loads.one);
    const [graphile, pgboss] = [median(loads.graphile), median(loads.pgboss)];
    return {
      runs,
      load_average_before: busyBefore,
      ...named("one_worker", one),
      ...named("two_workers", median(loads.two)),
      ...named("filled", median(loads.filled)),
      ...(await measureRecovery(await server.engineDatabase())),
      ...named("graphile_worker", graphile),
      ...named("pg_boss", pgboss),
      ratio_to_graphile_worker: one.perSecond / graphile.perSecond,
      ratio_to_pg_boss: one.perSecond / pgboss.perSecond,
      graphile_worker_version: versionOf("graphile-worker"),
      pg_boss_version: versionOf("pg-boss"),
    };
  } finally {
    await server.stop();
  }
}

const noLoads = (): Load[] => [];

/** A database in which so many runs have ended and so many sleep. */
async function fullDatabase(server: Server) {
  const urls = await server.engineDatabase();
  const engine = createEngine({ connectionString: urls.runtimeUrl });
  const worker = await startEngineWorker(urls.runtimeUrl);
  await clientOf(engine, "load").send([
    { name: "load/three", data: { n: 0 } },
    { name: "load/sleeper", data: { n: 0 } },
  ]);
  const settled = "select 1 from engine.run where state in ('completed', 'sleeping') offset 1";
  while ((await statement(urls.ownerUrl, settled)).length === 0) await sleep(100);
  await worker.stop();
  await engine.stop();
  await fillTables(urls.ownerUrl, { finished: FINISHED, sleeping: SLEEPING });
  return urls;
}

/** Each figure's own median. */
function median(loads: readonly Load[]): Load {
  const of = (figure: (load: Load) => number) => percentile(loads.map(figure), 0.5);
  return {
    perSecond: of((load) => load.perSecond),
    nodeCpuMs: of((load) => load.nodeCpuMs),
    postgresCpuMs: of((load) => load.postgresCpuMs),
    p50Ms: of((load) => load.p50Ms),
    p95Ms: of((load) => load.p95Ms),
  };
}

function named(name: string, load: Load): Report {
  return {
    [`${name}_per_second`]: load.perSecond,
    [`${name}_first_step_p50_ms`]: load.p50Ms,
    [`${name}_first_step_p95_ms`]: load.p95Ms,
    [`${name}_node_cpu_ms`]: load.nodeCpuMs,
    [`${name}_postgres_cpu_ms`]: load.postgresCpuMs,
  };
}

/** From the manifest beside the package's code; not every package exports it. */
function versionOf(name: string): string {
  const entry = createRequire(import.meta.url).resolve(name);
  const root = entry.slice(0, entry.lastIndexOf(`${sep}${name}${sep}`) + name.length + 2);
  const manifest: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const hasVersion = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return hasVersion ? String(manifest.version) : "unknown";
}
