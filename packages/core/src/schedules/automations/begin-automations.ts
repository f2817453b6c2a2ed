import { claimTimed } from "../../automations/timed/claim-timed";
import { counted, type Schedule } from "../schedule";

const A_PART = 50;

/** Begins the automations whose time has come: by the clock, by the dates of documents, and by actions that are overdue. */
export const beginAutomations: Schedule = {
  cron: "* * * * *",

  async look({ db, clock }) {
    const now = clock();
    const due = await db.platform.dueAutomations.list(now, 1);
    return due.length > 0 ? now.toISOString() : null;
  },

  async work(ctx) {
    const due = await ctx.db.platform.dueAutomations.list(ctx.clock(), A_PART);
    let claimed = 0;
    for (const { id, workspaceId } of due)
      if ((await claimTimed(ctx.inWorkspace(workspaceId), { id })).isClaimed) claimed += 1;
    return { next: due.length < A_PART || claimed === 0 ? null : "more", counts: { claimed } };
  },

  summary: ({ claimed }) => `Began ${counted(claimed, "automation")}.`,
};
