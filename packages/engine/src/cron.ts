import type { Database, Transaction } from "./database";
import { internalEvent } from "./events";
import { type FunctionConfig, nextFire } from "./function-config";
import { beginRun } from "./ingest";
import { type Job, jobKey, type Queue } from "./queue";

/** Arms the crons of a function and disarms those it no longer has. */
export async function scheduleCrons(
  tx: Transaction,
  queueSchema: string,
  queue: Queue,
  config: FunctionConfig,
): Promise<void> {
  const prefix = `c:${config.id}:`;
  const armed = await tx.rows<{ key: string }>(
    `select key from ${queueSchema}._private_jobs where starts_with(key, $1)`,
    [prefix],
  );
  const wanted = config.crons.map((cron) => cronJob(config.id, cron));
  const keys = wanted.map(jobKey);
  await queue.remove(
    tx,
    armed.map(({ key }) => key).filter((key) => !keys.includes(key)),
  );
  for (const job of wanted) {
    if (armed.some(({ key }) => key === jobKey(job))) continue;
    await queue.enqueue(tx, job, config.id, new Date(job.at));
  }
}

/** Begins the run of one moment, once, and arms the next. What was missed while nothing worked fires once, late. */
export async function fireCron(
  database: Database,
  queue: Queue,
  config: FunctionConfig,
  job: Extract<Job, { kind: "cron" }>,
): Promise<void> {
  if (!config.crons.includes(job.cron)) return;
  await database.transaction(async (tx) => {
    const event = internalEvent("inngest/scheduled.timer", { cron: job.cron });
    await tx.rows("insert into event (id, name, data, ts) values ($1, $2, $3, $4)", [
      event.id,
      event.name,
      JSON.stringify(event.data),
      job.at,
    ]);
    await beginRun(tx, queue, { config, event, claim: `cron:${job.cron}:${job.at}` });
    const next = cronJob(config.id, job.cron, new Date(Math.max(Date.now(), job.at)));
    await queue.enqueue(tx, next, config.id, new Date(next.at));
  });
}

function cronJob(functionId: string, cron: string, after?: Date): Extract<Job, { kind: "cron" }> {
  return { kind: "cron", function: functionId, cron, at: nextFire(cron, after).getTime() };
}
