import { z } from "zod";

import { approvalId } from "../../ids";
import { command } from "../../operation/command";
import { goOnBy } from "../contract/go-on";

/** The question that others are asked in its place; null if the run goes on or nothing was left to do. */
const Ended = z.object({
  escalates: z
    .object({
      runId: z.string(),
      attempt: z.number(),
      question: z.string(),
      snapshot: z.record(z.string(), z.string()),
      broughtBy: z.string().nullable(),
    })
    .nullable(),
});

/** Ends a question whose time is over, in the way that its step says. Of one that was answered nothing changes. */
export const expireApproval = command("automations.expire-approval", {
  title: "End a question whose time is over",
  permission: "automation.work",
  input: z.object({ id: approvalId }),
  output: Ended,
  doors: ["job"],

  async handle(tools, { id }) {
    const { approvals, automationRuns, clock, changed } = tools;
    await approvals.lock(id);
    const row = await approvals.findAny(id);
    const now = clock();
    if (row?.state !== "open" || row.until > now) return { escalates: null };
    const state = row.onTimeout === "pass" ? "passed" : "expired";
    await approvals.close(id, { state, decidedAt: now, decidedBy: null });
    changed({ subject: id, before: { state: "open" }, after: { state } });
    if (row.onTimeout !== "escalate") {
      const isYes = row.onTimeout === "pass";
      await goOnBy(tools, row, {
        isYes,
        line: { outcome: state, because: "Nobody answered in time." },
      });
      return { escalates: null };
    }
    const run = await automationRuns.findAny(row.runId);
    if (!run || run.node !== row.node) return { escalates: null };
    const { question, broughtBy } = row;
    const snapshot = z.record(z.string(), z.string()).parse(row.snapshot);
    return { escalates: { runId: run.id, attempt: run.attempt, question, snapshot, broughtBy } };
  },
});
