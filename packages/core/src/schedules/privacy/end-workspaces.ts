import { beginErasure } from "../../departures/begin-erasure";
import { clearExports } from "../../exports/clear-exports";
import { counted, type Schedule } from "../schedule";

/** Removes exports that have expired, and begins to erase workspaces whose waiting time is over. */
export const endWorkspaces: Schedule = {
  cron: "20 * * * *",

  look: async ({ clock }) => `hour ${clock().toISOString().slice(0, 13)}`,

  async work(ctx, from) {
    const now = ctx.clock();
    const [kind = "exports", after = ""] = from?.split(" ") ?? [];
    if (kind === "exports") {
      const [workspaceId] = await ctx.db.platform.departures.listWithExports(after);
      if (!workspaceId) return { next: "ends ", counts: {} };
      const { removed } = await clearExports(ctx.inWorkspace(workspaceId), {});
      return { next: `exports ${workspaceId}`, counts: { removed } };
    }
    const [due] = await ctx.db.platform.departures.listDue(now, { after, limit: 1 });
    if (!due) return { next: null, counts: {} };
    const { outcome } = await beginErasure(ctx.inWorkspace(due.workspaceId), { id: due.id });
    return {
      next: `ends ${due.id}`,
      counts: { begun: outcome === "begun" ? 1 : 0, held: outcome === "held" ? 1 : 0 },
    };
  },

  summary: ({ removed, begun, held }) =>
    `Removed ${counted(removed, "export")}, began to erase ${counted(begun, "workspace")}${held ? `, and left ${counted(held, "workspace")} that a hold keeps` : ""}.`,
};
