import { z } from "zod";

import { documentCancelled, documentChanged } from "../events";
import { command } from "../operation";
import { documentIds } from "./document";

/** To the trash, attachments with them; work on them stops. What is already there, or not to be seen, is left out. */
export const trashDocuments = command({
  action: "document.trash",
  input: z.object({ ids: documentIds }),

  async run({ documents, runs, clock, workspaceId, emit }, { ids }) {
    const chosen = await documents.findMany(ids);
    const attachments = await Promise.all(chosen.map(({ id }) => documents.listAttachments(id)));
    const all = [...chosen, ...attachments.flat()].filter((document) => !document.trashedAt);

    for (const { id, status } of all) {
      const isOpen = status === "pending" || status === "processing";
      if (isOpen) {
        await runs.endOpen(id, "cancelled", clock());
        emit(documentCancelled.of({ workspaceId, documentId: id }));
      }
      await documents.update(id, { trashedAt: clock(), ...(isOpen && { status: "cancelled" }) });
      emit(documentChanged.of({ workspaceId, documentId: id }));
    }
    return { ids: all.map(({ id }) => id) };
  },
});
