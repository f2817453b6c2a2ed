import { z } from "zod";
import { mustBeAllowed } from "../access/rights";
import { documentCancelled } from "../events";
import { documentIds } from "../ids";
import { command } from "../operation/command";
import { ofIds } from "../shapes";

/** Stops the work on documents that are being read, also again in a backfill; those that have ended are left as they are. */
export const cancelDocuments = command("processing.cancel-documents", {
  title: "Stop processing documents",
  permission: "document.cancel",
  input: z.object({ ids: documentIds }),
  output: ofIds,
  doors: ["web", "rest"],

  async handle({ documents, runs, actor, clock, workspaceId, emit }, { ids }) {
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
