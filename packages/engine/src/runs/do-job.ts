import { nullable, text, timestamp } from "@besunny/sql/rows/column";
import { statement } from "@besunny/sql/rows/statement";
import { enqueueRun } from "../queue/admission";
import type { Job } from "../queue/queue";
import { advanceRun, executeStep } from "./advance-run";
import { cancelRuns } from "./cancel";
import { fireCron } from "./cron";
import type { Driver } from "./driver";
import { release } from "./held-events";
import { finishStep, isOver, lockRun } from "./steps";

/** Does one job of the queue. Doing it twice, or late, changes nothing. */
export async function doJob(driver: Driver, job: Job): Promise<void> {
  switch (job.kind) {
    case "drive":
      return advanceRun(driver, job.run);
    case "step":
      return job.step ? executeStep(driver, job.run, job.step) : undefined;
    case "wake":
    case "expire":
      return job.step ? endWait(driver, job.run, job.step) : undefined;
    case "park":
      return goOn(driver, job.run, job.step);
    case "deadline":
      return endLate(driver, job.run, job.step);
    case "admit":
      await driver.database.rows(admitParked, [job.key]);
      return;
    case "flush": {
      const config = driver.functions.get(job.function);
      if (!config) return;
      return driver.database.transaction((tx) => release(tx, driver.queue, config, job));
    }
    case "cron": {
      const config = driver.functions.get(job.function);
      return config ? fireCron(driver.database, driver.queue, config, job) : undefined;
    }
  }
}

async function endWait(driver: Driver, runId: string, stepId: string): Promise<void> {
  await driver.database.transaction(async (tx) => {
    const [step] = await tx.rows(findOpenState, [runId, stepId]);
    if (!step) return;
    const error = { name: "Error", message: "The invoked function did not finish in time" };
    const memo = step.state === "invoked" ? { error } : { data: null };
    await finishStep(tx, driver.queue, runId, { id: stepId, memo });
  });
}

async function goOn(driver: Driver, runId: string, step: string | null): Promise<void> {
  await driver.database.transaction(async (tx) => {
    const run = await lockRun(tx, runId);
    if (!run || isOver(run)) return;
    await enqueueRun(tx, driver.queue, run, step ? { step } : {});
  });
}

async function endLate(driver: Driver, runId: string, what: "start" | "finish"): Promise<void> {
  await driver.database.transaction(async (tx) => {
    const [run] = await tx.rows(lockStart, [runId]);
    if (!run || (what === "start" && run.started_at)) return;
    const message = what === "start" ? "It did not begin in time" : "It did not finish in time";
    await cancelRuns(tx, driver.queue, [runId], { name: "TimedOut", message });
  });
}

const admitParked = statement("select admit($1)");
const findOpenState = statement(
  "select state from step where run_id = $1 and id = $2 and memo is null",
  { state: text },
);
const lockStart = statement("select started_at from run where id = $1 for update", {
  started_at: nullable(timestamp),
});
