import { setTimeout as sleep } from "node:timers/promises";

import { createEngine } from "@besunny/engine/engine";
import { clientOf } from "@besunny/engine/test/harness";
import { percentile } from "../report";
import { type Server, statement } from "./server";
import { type LoadWorker, startEngineWorker } from "./workers";

const BATCH = 100;
const PATIENCE_MS = 300_000;

export type Load = {
  perSecond: number;
  nodeCpuMs: number;
  postgresCpuMs: number;
  p50Ms: number;
  p95Ms: number;
};

type Urls = { ownerUrl: string; runtimeUrl: string };

/** Drives `runs` runs of three steps with so many worker processes, then 60 runs one by one on the idle queue. */
export async function measureEngine(
  server: Server,
  urls: Urls,
  { runs, workers: count, execArgv }: { runs: number; workers: number; execArgv?: string[] },
): Promise<Load> {
  const engine = createEngine({ connectionString: urls.runtimeUrl });
  const client = clientOf(engine, "load");
  const workers = await Promise.all(
    Array.from({ length: count }, () => startEngineWorker(urls.runtimeUrl, execArgv)),
  );
  const send = (name: string, number: number) =>
    client.send(Array.from({ length: number }, (_, n) => ({ name, data: { n } })));
  try {
    await send("load/three", 50);
    await untilIdle(urls.ownerUrl);
    const before = await cpuOf(server, workers);
    const began = Date.now();
    for (let sent = 0; sent < runs; sent += BATCH)
      await send("load/three", Math.min(BATCH, runs - sent));
    await untilIdle(urls.ownerUrl);
    const seconds = (Date.now() - began) / 1000;
    const after = await cpuOf(server, workers);

    const waits = await latencies(workers, (key) =>
      client.send({ name: "load/told", data: { key, sentAt: Date.now() } }),
    );
    return {
      perSecond: runs / seconds,
      nodeCpuMs: (after.node - before.node) / runs,
      postgresCpuMs: (after.postgres - before.postgres) / runs,
      p50Ms: percentile(waits, 0.5),
      p95Ms: percentile(waits, 0.95),
    };
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
    await engine.stop();
  }
}

/** From just before `send` to the beginning of the first step, in milliseconds, sixty times with a pause between. */
export async function latencies(
  workers: readonly LoadWorker[],
  send: (key: string) => Promise<unknown>,
): Promise<number[]> {
  const waits: number[] = [];
  for (let n = 0; n < 60; n++) {
    const key = String(n);
    const began = new Promise<number>((resolve) => {
      for (const worker of workers)
        worker.hear((note) => {
          if (note.kind === "step" && note.step === "one" && note.key === key)
            resolve(note.beganAt - note.sentAt);
        });
    });
    await send(key);
    waits.push(await began);
    await sleep(100);
  }
  return waits;
}

/** Until no run is queued or running; runs that sleep are left to sleep. */
async function untilIdle(ownerUrl: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const left = await statement(
      ownerUrl,
      "select 1 from engine.run where state in ('queued', 'running') limit 1",
    );
    if (left.length === 0) return;
    if (Date.now() > deadline) throw new Error("The runs did not end within five minutes");
    await sleep(50);
  }
}

export async function cpuOf(server: Server, workers: readonly LoadWorker[]) {
  const used = await Promise.all(workers.map((worker) => worker.cpuMilliseconds()));
  return {
    node: used.reduce((sum, each) => sum + each, 0),
    postgres: await server.cpuMilliseconds(),
  };
}
