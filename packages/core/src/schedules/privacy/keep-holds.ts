import { lockFiles } from "../../privacy/holds/lock-files";
import { counted, type Schedule } from "../schedule";

/** Finds documents that have come to holds since, and holds their files. */
export const keepHolds: Schedule = {
  cron: "35 * * * *",

  look: async ({ clock }) => `hour ${clock().toISOString().slice(0, 13)}`,

  async work(ctx, from) {
    const [workspaceId] = await ctx.db.platform.upkeep.listHoldingWorkspaces({
      after: from ?? "",
      limit: 1,
    });
    if (!workspaceId) return { next: null, counts: {} };
    const { added, held } = await lockFiles(ctx.inWorkspace(workspaceId), {});
    return { next: workspaceId, counts: { workspaces: 1, added, held } };
  },

  summary: ({ workspaces, added, held }) =>
    workspaces
      ? `Holds of ${counted(workspaces, "workspace")} keep ${counted(held, "document")}: ${added ?? 0} new.`
      : "There are no holds.",
};
