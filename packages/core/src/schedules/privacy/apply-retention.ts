import { applyRules } from "../../privacy/retention/apply-rules";
import { counted, type Schedule } from "../schedule";

/** Applies the rules of retention of each workspace. */
export const applyRetention: Schedule = {
  cron: "10 3 * * *",

  look: async ({ clock }) => `day ${clock().toISOString().slice(0, 10)}`,

  async work(ctx, from) {
    const [after = "", again] = from?.split(" ") ?? [];
    const [next] = again
      ? [after]
      : await ctx.db.platform.upkeep.listRetainingWorkspaces({ after, limit: 1 });
    if (!next) return { next: null, counts: {} };
    const { told, trashed, erased, isMore } = await applyRules(ctx.inWorkspace(next), {});
    return { next: isMore ? `${next} again` : next, counts: { told, trashed, erased } };
  },

  summary: ({ told, trashed, erased }) =>
    `Announced ${counted(told, "document")}, moved ${counted(trashed, "document")} to the trash and deleted ${counted(erased, "document")}.`,
};
