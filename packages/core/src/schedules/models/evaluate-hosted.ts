import { evaluateHosted as evaluate } from "../../trials/evaluations/evaluate-hosted";
import { counted, type Schedule } from "../schedule";

/** Evaluates hosted models that decide once a month, on the datasets that were frozen. Their makers may change them without a word. */
export const evaluateHosted: Schedule = {
  cron: "20 3 1 * *",

  look: async ({ clock }) => `month ${clock().toISOString().slice(0, 7)}`,

  async work(ctx, from) {
    const [workspaceId] = await ctx.db.platform.upkeep.listWorkspaceIds({
      after: from ?? "",
      limit: 1,
    });
    if (!workspaceId) return { next: null, counts: {} };
    const made = await evaluate(ctx.inWorkspace(workspaceId), {});
    return { next: workspaceId, counts: { looked: 1, asked: made ? 1 : 0 } };
  },

  summary: ({ looked, asked }) =>
    `Looked at ${counted(looked, "workspace")}: ${counted(asked, "evaluation")} begun.`,
};
