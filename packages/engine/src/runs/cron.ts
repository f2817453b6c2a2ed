import { assured, text, timestamp } from "@besunny/sql/rows/column";
import { statement } from "@besunny/sql/rows/statement";
import type { Database, Sql, Transaction } from "../database/database";
import { keepEvent } from "../database/events";
import { internalEvent } from "../database/stored-event";
import type { FunctionConfig } from "../functions/function-config";
import { nextFire } from "../functions/next-fire";
import { type Job, jobKey, type Queue } from "../queue/queue";
import { beginRun } from "./begin-run";

/** Arms the crons of a function and disarms those it no longer has. */
export async function scheduleCrons(
  tx: Transaction,
  queue: Queue,
  config: FunctionConfig,
): Promise<void> {
  const prefix = `c:${config.id}:`;
  const armed = await tx.rows(findArmed, [prefix]);
  const now = await databaseNow(tx);
  const wanted = config.crons.map(({ cron }) => cronJob(config.id, cron, now));
  const keys = wanted.map(jobKey);
  await queue.remove(
    tx,
    armed.map(({ key }) => key).filter((key) => !keys.includes(key)),
  );
  for (const job of wanted) {
    if (armed.some(({ key }) => key === jobKey(job))) continue;
    await arm(tx, queue, config, job);
  }
}

/** Begins the run of one moment, once, and arms the next. What was missed while nothing worked fires once, late. */
export async function fireCron(
  database: Database,
  queue: Queue,
  config: FunctionConfig,
  job: CronJob,
): Promise<void> {
  if (!config.crons.some(({ cron }) => cron === job.cron)) return;
  await database.transaction(async (tx) => {
    const event = { ...internalEvent("inngest/scheduled.timer", { cron: job.cron }), ts: job.at };
    await keepEvent(tx, event);
    await beginRun(tx, queue, { config, events: [event], claim: `cron:${job.cron}:${job.at}` });
    const now = await databaseNow(tx);
    const after = new Date(Math.max(now.getTime(), job.at));
    await arm(tx, queue, config, cronJob(config.id, job.cron, after));
  });
}

type CronJob = Extract<Job, { kind: "cron" }>;

async function arm(tx: Transaction, queue: Queue, config: FunctionConfig, job: CronJob) {
  const jitter = config.crons.find(({ cron }) => cron === job.cron)?.jitterSeconds ?? 0;
  const at = new Date(job.at + Math.random() * jitter * 1000);
  await queue.enqueueAt(tx, job, config.id, at);
}

function cronJob(functionId: string, cron: string, after: Date): CronJob {
  return { kind: "cron", function: functionId, cron, at: nextFire(cron, after).getTime() };
}

async function databaseNow(sql: Sql): Promise<Date> {
  const [row] = await sql.rows(readClock);
  return row?.now ?? new Date();
}

const findArmed = statement(
  "select key from engine_queue._private_jobs where starts_with(key, $1)",
  { key: assured(text) },
);
const readClock = statement("select clock_timestamp() as now", { now: timestamp });
