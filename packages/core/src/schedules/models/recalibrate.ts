import { recalibrateModels } from "../../models/training/recalibrate-models";
import { evaluateProposed } from "../../trials/evaluations/evaluate-proposed";
import { forgetHeads } from "../../trials/heads/forget-heads";
import { proposeRelease } from "../../trials/releases/propose-release";
import { counted, type Schedule } from "../schedule";

/**
 * Fits the confidences of each workspace's own models again to the labels of the day. The result is a release that is evaluated and decides
 * nothing: people promote it.
 */
export const recalibrate: Schedule = {
  cron: "10 3 * * *",

  async look({ db }) {
    const mark = await db.platform.upkeep.markOfLabels();
    return mark.count === 0 ? null : `labels ${mark.count}:${mark.newest}`;
  },

  async work(ctx, from) {
    const [workspaceId] = await ctx.db.platform.upkeep.listWorkspaceIds({
      after: from ?? "",
      limit: 1,
    });
    if (!workspaceId) return { next: null, counts: {} };
    const workspace = ctx.inWorkspace(workspaceId);
    await forgetHeads(workspace, {});
    const { runIds } = await recalibrateModels(workspace, {});
    let proposed = 0;
    for (const trainingRunId of runIds) {
      const made = await proposeRelease(workspace, { trainingRunId });
      if (!made) continue;
      proposed += 1;
      await evaluateProposed(workspace, { releaseId: made.id });
    }
    return { next: workspaceId, counts: { looked: 1, proposed } };
  },

  summary: ({ looked, proposed }) =>
    `Looked at ${counted(looked, "workspace")}: ${counted(proposed, "release")} proposed.`,
};
