import { z } from "zod";

import { documentChanged } from "../events";
import { command } from "../operation";
import { documentIds } from "./document";

export const restoreDocuments = command({
  action: "document.trash",
  input: z.object({ ids: documentIds }),

  async run({ documents, workspaceId, emit }, { ids }) {
    const trashed = (await documents.findMany(ids)).filter((document) => document.trashedAt);
    for (const { id } of trashed) {
      await documents.update(id, { trashedAt: null });
      emit(documentChanged.of({ workspaceId, documentId: id }));
    }
    return { ids: trashed.map(({ id }) => id) };
  },
});
