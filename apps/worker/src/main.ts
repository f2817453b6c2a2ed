import { startRelay } from "@besunny/jobs/relay";
import { startRollUps } from "@besunny/jobs/roll-up-figures";
import { listenAtSources } from "@besunny/jobs/sources/listen-at-sources";
import { lookAtSources } from "@besunny/jobs/sources/look-at-sources";
import { tickSchedules } from "@besunny/jobs/tick-schedules";
import { deliverWebhooks } from "@besunny/jobs/webhooks/deliver-webhooks";
import { createRuntime } from "@besunny/runtime/runtime";

import { startJobs } from "./jobs";
import { startServer } from "./server";

const runtime = await createRuntime({ app: "worker" });
const jobs = await startJobs(runtime);
const callers = { platformCaller: runtime.jobAcross };
const relay = startRelay(callers, {
  changes: runtime.tools.changes,
  send: jobs.send,
  log: runtime.log,
});
const ticking = tickSchedules(callers, runtime.log);
const looking = lookAtSources(callers, runtime.log);
const listening = listenAtSources({ ...callers, sourceCaller: runtime.sourceCaller }, runtime.log);
const telling = deliverWebhooks({ ...callers, workspaceCaller: runtime.jobCaller }, runtime.log);
const summing = startRollUps(callers, runtime.log);
const server = await startServer(runtime, jobs);
// The first document should not wait for the models to be loaded.
runtime.tools.ai.warm().catch((error: unknown) => {
  runtime.log.warn({ error }, "the models could not be loaded ahead");
});
runtime.log.info({ port: runtime.env.WORKER_PORT, engine: runtime.env.JOBS_ENGINE }, "ready");

let isStopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  const drained = server.close();
  await ticking.stop();
  await looking.stop();
  await listening.stop();
  await summing.stop();
  await telling.stop();
  await relay.stop();
  await jobs.stop();
  await drained;
  await runtime.close();
  process.exit(0);
}
