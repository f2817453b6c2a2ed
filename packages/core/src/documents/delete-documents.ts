import { z } from "zod";

import { documentDeleted } from "../events";
import { command } from "../operation/operation";
import { documentIds } from "../ids";

/** For good: rows now; the original, what was derived from it and its place in the index by the event. Only from the trash. */
export const deleteDocuments = command({
  action: "document.delete",
  input: z.object({ ids: documentIds }),

  async run({ documents, workspaceId, emit }, { ids }) {
    const trashed = (await documents.findMany(ids)).filter((document) => document.trashedAt);
    for (const { id, modelKey } of trashed) {
      const versions = await documents.listVersions(id);
      const keys = [
        ...versions.map(({ storageKey }) => storageKey),
        ...(modelKey ? [modelKey] : []),
      ];
      await documents.remove(id);
      emit(documentDeleted.of({ workspaceId, documentId: id, keys }));
    }
    return { ids: trashed.map(({ id }) => id) };
  },
});
