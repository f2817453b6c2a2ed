import type { Repositories } from "@besunny/db/database";
import { z } from "zod";
import { documentsDeleted } from "../events";
import { documentIds } from "../ids";
import { command } from "../operation/command";
import { ofIds } from "../shapes";
import { phrasesOf } from "./contract/phrases-of";

/**
 * Deletes documents permanently, only from the trash. Deletes their rows now, stored answers that name them, and recorded searches that
 * quote them. The event deletes originals, derived files and passages in the index, and proves that nothing is left.
 */
export const deleteDocuments = command("documents.delete-documents", {
  title: "Delete documents for good",
  permission: "document.delete",
  input: z.object({ ids: documentIds }),
  output: ofIds,
  doors: ["web"],

  async handle(tools, { ids }) {
    const { documents, entities, filing, idempotencyKeys, workspaceId, emit } = tools;
    await filing.lockRoots({ documentIds: ids });
    const trashed = (await documents.findMany(ids)).filter((document) => document.trashedAt);
    if (trashed.length === 0) return { ids: [] };
    for (const { id } of trashed) await keepPhrases(tools, id);
    await idempotencyKeys.removeAbout(trashed.map(({ id }) => id));
    const named = await entities.namedIn(trashed.map(({ id }) => id));
    const removed = await documents.removeMany(trashed.map(({ id }) => id));
    await entities.removeUnnamed(named);
    const deleted = removed.map(({ id, keys }) => ({ documentId: id, keys }));
    emit(documentsDeleted.of({ workspaceId, documents: deleted }));
    return { ids: removed.map(({ id }) => id) };
  },
});

/** Keeps a few phrases of the document to look for, and deletes the searches that quote them. */
async function keepPhrases(
  {
    passages,
    searchLog,
    deletionChecks,
  }: Pick<Repositories, "passages" | "searchLog" | "deletionChecks">,
  id: string,
): Promise<void> {
  const texts = (await passages.list(id)).map(({ text }) => text);
  const phrases = phrasesOf(texts);
  await searchLog.removeWith(phrases);
  await deletionChecks.add(id, phrases);
}
