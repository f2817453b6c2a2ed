import { z } from "zod";

import { documentCancelled } from "../events";
import { command } from "../operation";
import { documentIds } from "./document";

/** Stops the work on documents that are being read; those that have ended are left as they are. */
export const cancelDocuments = command({
  action: "document.cancel",
  input: z.object({ ids: documentIds }),

  async run({ documents, runs, clock, workspaceId, emit }, { ids }) {
    const open = (await documents.findMany(ids)).filter(
      ({ status }) => status === "pending" || status === "processing",
    );
    for (const { id } of open) {
      await runs.endOpen(id, "cancelled", clock());
      await documents.update(id, { status: "cancelled" });
      emit(documentCancelled.of({ workspaceId, documentId: id }));
    }
    return { ids: open.map(({ id }) => id) };
  },
});
