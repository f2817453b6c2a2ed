import { confirmReceipts } from "../../receipts/confirm-receipts";
import { counted, type Schedule } from "../schedule";

/** Confirms what receipts of deletions named as not gone yet, once its day has come. */
export const confirmReceiptsDaily: Schedule = {
  cron: "40 3 * * *",

  look: async ({ clock }) => `day ${clock().toISOString().slice(0, 10)}`,

  async work(ctx, from) {
    const [workspaceId] = await ctx.db.platform.upkeep.listWithReceiptsToConfirm({
      after: from ?? "",
      now: ctx.clock(),
      limit: 1,
    });
    if (!workspaceId) return { next: null, counts: {} };
    let [confirmed, isMore] = [0, true];
    while (isMore) {
      const part = await confirmReceipts(ctx.inWorkspace(workspaceId), {});
      confirmed += part.confirmed;
      isMore = part.isMore;
    }
    return { next: workspaceId, counts: { confirmed } };
  },

  summary: ({ confirmed }) => `Confirmed ${counted(confirmed, "receipt")}.`,
};
