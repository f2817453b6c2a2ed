import type { Repositories } from "@besunny/db/database";
import { z } from "zod";
import { documentsDeleted } from "../events";
import { documentIds } from "../ids";
import { command } from "../operation/command";
import { ofIds } from "../shapes";
import { actionsWithoutMeeting } from "./contract/document-words";
import { heldAmong, refuseHeld } from "./contract/holding/held";
import { phrasesOf } from "./contract/phrases-of";

/**
 * Deletes documents permanently, only from the trash. Deletes their rows now, stored answers that name them, and recorded searches that
 * quote them. The event deletes originals, derived files and passages in the index, and proves that nothing is left. What a hold keeps is
 * refused to people, and left out for jobs.
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
    const held = await heldAmong(tools, ids);
    const found = await documents.findMany(ids);
    const isSeen = new Set(found.map(({ id }) => id));
    // A document that they do not see is not there for them, held or not.
    if (tools.actor.kind !== "job")
      refuseHeld(
        tools,
        held.filter(({ documentId }) => isSeen.has(documentId)),
      );
    const isHeld = new Set(held.map(({ documentId }) => documentId));
    const trashed = found.filter(({ id, trashedAt }) => trashedAt && !isHeld.has(id));
    if (trashed.length === 0) return { ids: [] };
    const trashedIds = trashed.map(({ id }) => id);
    await keepPhrases(tools, trashed);
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

/** Keeps a few phrases of each document to look for, with what there is of it, and deletes the searches that quote them. */
async function keepPhrases(
  {
    passages,
    searchLog,
    deletionChecks,
    storeRows,
    retained,
  }: Pick<Repositories, "passages" | "searchLog" | "deletionChecks" | "storeRows" | "retained">,
  trashed: readonly { id: string; contentHash: string }[],
): Promise<void> {
  const ids = trashed.map(({ id }) => id);
  const texts = Map.groupBy(await passages.sampleOf(ids), ({ documentId }) => documentId);
  const counts = Map.groupBy(await storeRows.countOfDocuments(ids), ({ subject }) => subject);
  const sent = Map.groupBy(await storeRows.listSentTo(ids), ({ documentId }) => documentId);
  const rules = await retained.rulesOf(ids);
  const kept = trashed.map(({ id, contentHash }) => ({
    documentId: id,
    contentHash,
    ruleId: rules.get(id) ?? null,
    phrases: phrasesOf((texts.get(id) ?? []).map(({ text }) => text)),
    found: Object.fromEntries((counts.get(id) ?? []).map(({ store, found }) => [store, found])),
    sentTo: (sent.get(id) ?? []).map(({ provider, lastAt }) => ({
      provider,
      lastAt: lastAt.toISOString(),
    })),
  }));
  await searchLog.removeWith(kept.flatMap(({ phrases }) => phrases));
  await deletionChecks.addMany(kept);
}
