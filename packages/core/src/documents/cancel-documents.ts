import { z } from "zod";

import { documentCancelled } from "../events";
import { command } from "../operation";
import { documentIds } from "./document";

/** Stops the work on documents that are being read, also again in a backfill; those that have ended are left as they are. */
export const cancelDocuments = command({
  action: "document.cancel",
  input: z.object({ ids: documentIds }),

  async run({ documents, runs, clock, workspaceId, emit }, { ids }) {
    const cancelled: string[] = [];
    for (const { id, status } of await documents.findMany(ids)) {
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
