import { z } from "zod";
import { mustBeAllowed } from "../access/rights";
import { documentIds } from "../ids";
import { documentCancelled } from "../events";
import { command } from "../operation/operation";

/** Stops the work on documents that are being read, also again in a backfill; those that have ended are left as they are. */
export const cancelDocuments = command({
  action: "document.cancel",
  input: z.object({ ids: documentIds }),

  async run({ documents, runs, actor, clock, workspaceId, emit }, { ids }) {
    const cancelled: string[] = [];
    const found = await documents.findMany(ids);
    mustBeAllowed(actor, "document.cancel", found);
    for (const { id, status } of found) {
      const ended = await runs.endOpen(id, "cancelled", clock());
      const isUnread = status === "pending" || status === "processing";
      if (!isUnread && ended.length === 0) continue;
      await documents.update(id, isUnread ? { status: "cancelled" } : {});
      emit(documentCancelled.of({ workspaceId, documentId: id }));
      cancelled.push(id);
    }
    return { ids: cancelled };
  },
});
