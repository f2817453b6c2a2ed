import { z } from "zod";
import { documentsDeleted } from "../events";
import { documentIds } from "../ids";
import { command } from "../operation/command";
import { ofIds } from "../shapes";

/**
 * Deletes documents permanently, only from the trash. Deletes their rows now. The event deletes originals, derived files and passages in
 * the index.
 */
export const deleteDocuments = command("documents.delete-documents", {
  title: "Delete documents for good",
  permission: "document.delete",
  input: z.object({ ids: documentIds }),
  output: ofIds,
  doors: ["web"],

  async handle({ documents, entities, filing, workspaceId, emit }, { ids }) {
    await filing.lockRoots({ documentIds: ids });
    const trashed = (await documents.findMany(ids)).filter((document) => document.trashedAt);
    if (trashed.length === 0) return { ids: [] };
    const named = await entities.namedIn(trashed.map(({ id }) => id));
    const removed = await documents.removeMany(trashed.map(({ id }) => id));
    await entities.removeUnnamed(named);
    const deleted = removed.map(({ id, keys }) => ({ documentId: id, keys }));
    emit(documentsDeleted.of({ workspaceId, documents: deleted }));
    return { ids: removed.map(({ id }) => id) };
  },
});
