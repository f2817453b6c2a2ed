import { fileURLToPath } from "node:url";
import { makeWorkerUtils } from "graphile-worker";
import { PgBoss } from "pg-boss";
import { percentile } from "../report";
import { cpuOf, type Load, latencies } from "./load";
import { type Server, statement } from "./server";
import { startWorker } from "./workers";

type Peer = {
  /** Makes its tables. */
  prepare(url: string): Promise<void>;
  send(jobs: readonly object[]): Promise<unknown>;
  /** The statement that finds a job not yet done. */
  left: string;
  end(): Promise<unknown>;
};

export const peers = { graphile: graphilePeer, pgboss: pgBossPeer };

/** The same number of plain jobs, each without steps, through another queue with one worker process. */
export async function measurePeer(
  server: Server,
  name: keyof typeof peers,
  jobs: number,
): Promise<Load> {
  const { ownerUrl } = await server.database();
  const peer = peers[name](ownerUrl);
  await peer.prepare(ownerUrl);
  const file = fileURLToPath(new URL("./peer-worker.ts", import.meta.url));
  const worker = await startWorker(file, [name, ownerUrl]);
  const idle = async () => {
    while ((await statement(ownerUrl, peer.left)).length > 0) await pause();
  };
  try {
    await peer.send(batch(50));
    await idle();
    const before = await cpuOf(server, [worker]);
    const began = Date.now();
    for (let sent = 0; sent < jobs; sent += 100) await peer.send(batch(Math.min(100, jobs - sent)));
    await idle();
    const seconds = (Date.now() - began) / 1000;
    const after = await cpuOf(server, [worker]);
    const waits = await latencies([worker], (key) => peer.send([{ key, sentAt: Date.now() }]));
    return {
      perSecond: jobs / seconds,
      nodeCpuMs: (after.node - before.node) / jobs,
      postgresCpuMs: (after.postgres - before.postgres) / jobs,
      p50Ms: percentile(waits, 0.5),
      p95Ms: percentile(waits, 0.95),
    };
  } finally {
    await worker.stop();
    await peer.end();
  }
}

const batch = (number: number) => Array.from({ length: number }, (_, n) => ({ n }));
const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

function graphilePeer(url: string): Peer {
  const utils = makeWorkerUtils({ connectionString: url });
  return {
    prepare: async () => (await utils).migrate(),
    send: async (jobs) =>
      (await utils).addJobs(jobs.map((payload) => ({ identifier: "plain", payload }))),
    left: "select 1 from graphile_worker.jobs limit 1",
    end: async () => (await utils).release(),
  };
}

function pgBossPeer(url: string): Peer {
  const boss = new PgBoss({ connectionString: url });
  boss.on("error", () => undefined);
  return {
    async prepare() {
      await boss.start();
      await boss.createQueue("plain", { notify: true });
    },
    send: (jobs) =>
      boss.insert(
        "plain",
        jobs.map((data) => ({ data })),
      ),
    left: "select 1 from pgboss.job where name = 'plain' and state < 'completed' limit 1",
    end: () => boss.stop({ graceful: false }),
  };
}
