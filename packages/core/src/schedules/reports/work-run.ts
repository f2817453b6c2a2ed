import type { StoredReportRun } from "@besunny/db/reports/reports";

import type { PlatformContext } from "../../context";
import { deliver } from "./deliver";
import { makeFile } from "./make-file";

/** The time in which a worker makes and sends a report. Then another one may take it. */
const LEASE_MS = 10 * 60_000;
const RETRY_MS = 15 * 60_000;
const MOST_TRIES_TO_MAKE = 4;
const LONGEST_WAIT_MS = 3 * 86_400_000;

export type Ended = "sent" | "skipped" | "waiting" | "failed";

/**
 * Makes the file of a run, unless it is there, and sends it to those who have not got it. Returns what became of it, or null where another worker
 * is at it.
 */
export async function workRun(ctx: PlatformContext, id: string): Promise<Ended | null> {
  const { dueReports } = ctx.db.platform;
  const now = ctx.clock();
  const run = await dueReports.takeRun(id, now, new Date(now.getTime() + LEASE_MS));
  if (!run) return null;
  try {
    return await (run.state === "due" ? make(ctx, run) : send(ctx, run));
  } catch (error) {
    ctx.log.warn({ error, reportRun: id }, "a report was not made or sent, and is tried again");
    const isLast = run.tries >= MOST_TRIES_TO_MAKE;
    await dueReports.updateRun(id, {
      error: isLast
        ? "It could not be made. Send it again, and look at the log if that fails too."
        : "It could not be made yet, and is tried again.",
      ...(isLast
        ? { state: "failed", finishedAt: ctx.clock() }
        : { tryAt: new Date(ctx.clock().getTime() + run.tries * 60_000) }),
    });
    return isLast ? "failed" : "waiting";
  }
}

async function make(ctx: PlatformContext, run: StoredReportRun): Promise<Ended> {
  const ended = await makeFile(ctx, run);
  if (ended !== "made") return ended;
  const made = await ctx.db.platform.dueReports.findRun(run.id);
  return made ? send(ctx, made) : "failed";
}

async function send(ctx: PlatformContext, run: StoredReportRun): Promise<Ended> {
  const { dueReports } = ctx.db.platform;
  const { waiting, why } = await deliver(ctx, run);
  const now = ctx.clock();
  if (waiting === 0) {
    await dueReports.updateRun(run.id, { state: "sent", error: why, finishedAt: now });
    for (const key of await dueReports.forgetRuns(run.reportId)) await ctx.files.remove(key);
    return "sent";
  }
  const isTooLate = now.getTime() - run.createdAt.getTime() > LONGEST_WAIT_MS;
  await dueReports.updateRun(
    run.id,
    isTooLate
      ? { state: "failed", finishedAt: now, error: `It was made, and not delivered: ${why}` }
      : { error: why, tryAt: new Date(now.getTime() + RETRY_MS) },
  );
  return isTooLate ? "failed" : "waiting";
}
