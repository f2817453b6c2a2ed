import { Logger, run } from "graphile-worker";
import { PgBoss } from "pg-boss";

/** A worker of another queue, ten jobs at once, in a process of its own: `jobs-peer-worker.ts graphile|pgboss URL`. */
const [, , peer = "", url = ""] = process.argv;

type Payload = { key?: string; sentAt?: number };

function plain({ key, sentAt }: Payload): void {
  if (key !== undefined)
    process.send?.({ kind: "step", step: "one", key, sentAt, beganAt: Date.now() });
}

async function startGraphile(): Promise<() => Promise<void>> {
  const runner = await run({
    connectionString: url,
    concurrency: 10,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
    taskList: { plain: (payload) => plain(payloadFrom(payload)) },
  });
  return () => runner.stop();
}

/** As its documentation advises for speed: woken by NOTIFY, ten jobs a fetch, and no pause while fetches come back full. */
async function startPgBoss(): Promise<() => Promise<void>> {
  const boss = new PgBoss({ connectionString: url, useListenNotify: true });
  boss.on("error", () => undefined);
  await boss.start();
  await boss.work<Payload>(
    "plain",
    { batchSize: 10, pollingIntervalSeconds: 0.5, burstWhenBatchFull: true },
    async (jobs) => {
      for (const { data } of jobs) plain(data);
    },
  );
  return () => boss.stop({ graceful: false });
}

/** Safe: only the bench beside it sends to this queue. */
function payloadFrom(payload: unknown): Payload {
  return payload as Payload;
}

process.on("message", (question) => {
  if (question !== "cpu") return;
  const { user, system } = process.cpuUsage();
  process.send?.({ kind: "cpu", milliseconds: (user + system) / 1000 });
});
const stop = await (peer === "graphile" ? startGraphile() : startPgBoss());
process.on("SIGTERM", async () => {
  await stop();
  process.exit(0);
});
process.send?.({ kind: "ready" });
