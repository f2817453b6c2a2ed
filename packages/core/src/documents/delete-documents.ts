import { z } from "zod";
import { documentDeleted } from "../events";
import { documentIds } from "../ids";
import { command } from "../operation/command";
import { ofIds } from "../shapes";

/** For good: rows now; the original, what was derived from it and its place in the index by the event. Only from the trash. */
export const deleteDocuments = command("documents.delete-documents", {
  title: "Delete documents for good",
  permission: "document.delete",
  input: z.object({ ids: documentIds }),
  output: ofIds,
  doors: ["web"],

  async handle({ documents, workspaceId, emit }, { ids }) {
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
