import { lookAtExperiment } from "../../trials/experiments/look-at-experiment";
import { counted, type Schedule } from "../schedule";

const MINUTE_CHARACTERS = 16;

/** Looks at each experiment that runs. Looking as often as this changes no result: the tests hold at all looks together. */
export const lookAtExperiments: Schedule = {
  cron: "* * * * *",

  async look({ db, clock }) {
    const running = await db.platform.models.listRunningExperiments();
    if (running.length === 0) return null;
    // Time changes what is to be seen, so that no look is left out.
    return `${running.length} at ${clock().toISOString().slice(0, MINUTE_CHARACTERS)}`;
  },

  async work(ctx, from) {
    const running = await ctx.db.platform.models.listRunningExperiments();
    const next = running.find(({ workspaceId }) => workspaceId > (from ?? ""));
    if (!next) return { next: null, counts: {} };
    const { ended } = await lookAtExperiment(ctx.inWorkspace(next.workspaceId), {});
    return { next: next.workspaceId, counts: { looked: 1, ended: ended ? 1 : 0 } };
  },

  summary: ({ looked, ended }) =>
    `Looked at ${counted(looked, "experiment")} and ended ${counted(ended, "of them", "of them")}.`,
};
