import { enqueueRun } from "./admission";
import { fireCron } from "./cron";
import { type Driver, driveRun, driveStep } from "./drive";
import type { Job } from "./queue";
import { finishStep, isOver, lockRun } from "./steps";

/** Does one job of the queue. Doing it twice, or late, changes nothing. */
export async function performJob(driver: Driver, job: Job): Promise<void> {
  switch (job.kind) {
    case "drive":
      return driveRun(driver, job.run);
    case "step":
      return job.step ? driveStep(driver, job.run, job.step) : undefined;
    case "wake":
    case "expire":
      return job.step ? endWait(driver, job.run, job.step) : undefined;
    case "park":
      return goOn(driver, job.run, job.step);
    case "cron": {
      const config = driver.functions.get(job.function);
      return config ? fireCron(driver.database, driver.queue, config, job) : undefined;
    }
  }
}

async function endWait(driver: Driver, runId: string, stepId: string): Promise<void> {
  await driver.database.transaction(async (tx) => {
    const [step] = await tx.rows<{ state: string }>(
      "select state from step where run_id = $1 and id = $2 and memo is null",
      [runId, stepId],
    );
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
