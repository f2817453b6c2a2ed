import type { Repositories } from "@besunny/db/database";
import { z } from "zod";
import { documentsDeleted } from "../events";
import { documentIds } from "../ids";
import { command } from "../operation/command";
import { ofIds } from "../shapes";
import { actionsWithoutMeeting } from "./contract/document-words";
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
    const { actionItems, documents, entities, filing, idempotencyKeys, trainingRuns } = tools;
    const { workspaceId, emit, clock } = tools;
    await filing.lockRoots({ documentIds: ids });
    const trashed = (await documents.findMany(ids)).filter((document) => document.trashedAt);
    if (trashed.length === 0) return { ids: [] };
    const trashedIds = trashed.map(({ id }) => id);
    await keepPhrases(tools, trashedIds);
    await idempotencyKeys.removeAbout(trashedIds);
    await trainingRuns.holdDeleted(trashedIds, clock());
    await actionItems.release(trashedIds, actionsWithoutMeeting);
    const named = await entities.namedIn(trashedIds);
    const removed = await documents.removeMany(trashedIds);
    await entities.removeUnnamed(named);
    const deleted = removed.map(({ id, keys }) => ({ documentId: id, keys }));
    emit(documentsDeleted.of({ workspaceId, documents: deleted }));
    return { ids: removed.map(({ id }) => id) };
  },
});

/** Keeps a few phrases of each document to look for, and deletes the searches that quote them. */
async function keepPhrases(
  {
    passages,
    searchLog,
    deletionChecks,
  }: Pick<Repositories, "passages" | "searchLog" | "deletionChecks">,
  ids: readonly string[],
): Promise<void> {
  const texts = Map.groupBy(await passages.sampleOf(ids), ({ documentId }) => documentId);
  const kept = ids.map((documentId) => ({
    documentId,
    phrases: phrasesOf((texts.get(documentId) ?? []).map(({ text }) => text)),
  }));
  await searchLog.removeWith(kept.flatMap(({ phrases }) => phrases));
  await deletionChecks.addMany(kept);
}
