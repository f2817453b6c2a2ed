import type { PlatformContext } from "../context";
import { deleteDocuments } from "../documents/delete-documents";
import { counted, daysBefore, type Schedule } from "./schedule";

const DOCUMENTS_A_PART = 100;

/** Permanently deletes the documents that were in the trash for longer than its retention, but those that a hold keeps. */
export const emptyTrash: Schedule = {
  cron: "50 2 * * *",

  async look(ctx) {
    const before = trashedBefore(ctx);
    if (!before) return null;
    const { upkeep } = ctx.db.platform;
    const [oldest] = await upkeep.listTrashedBefore(before, ctx.clock(), 1);
    return oldest
      ? `${await upkeep.countTrashedBefore(before, ctx.clock())} from ${oldest.id}`
      : null;
  },

  async work(ctx) {
    const before = trashedBefore(ctx);
    if (!before) return { next: null, counts: {} };
    const due = await ctx.db.platform.upkeep.listTrashedBefore(
      before,
      ctx.clock(),
      DOCUMENTS_A_PART,
    );
    let documents = 0;
    for (const [workspaceId, group] of Map.groupBy(due, (document) => document.workspaceId)) {
      const { ids } = await deleteDocuments(ctx.inWorkspace(workspaceId), {
        ids: group.map(({ id }) => id),
      });
      documents += ids.length;
    }
    const isMore = due.length === DOCUMENTS_A_PART && documents > 0;
    return { next: isMore ? "more" : null, counts: { documents } };
  },

  summary: ({ documents }) =>
    documents
      ? `Deleted ${counted(documents, "document")} from the trash.`
      : "There was nothing to delete.",
};

function trashedBefore({ clock, retention }: PlatformContext): Date | null {
  return retention.trashDays === null ? null : daysBefore(clock(), retention.trashDays);
}
