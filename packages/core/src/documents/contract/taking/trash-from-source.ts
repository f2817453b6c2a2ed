import { documentArrived, documentCancelled } from "../../../events";
import type { CommandTools } from "../../../operation/command";
import { announceChange } from "../announce-change";
import { announceTrashed } from "./announce-trashed";

/** Why a source moves its documents to the trash. */
export const trashReasons = ["deleted-there", "left-out", "source-removed"] as const;
export type TrashReason = (typeof trashReasons)[number];

/**
 * Moves documents of a source to the trash with their attachments, and keeps the reason. Documents that are in the trash already stay as they are.
 * Returns the ids of those that it moved.
 */
export async function trashFromSource(
  tools: CommandTools,
  { documentIds, reason }: { documentIds: readonly string[]; reason: TrashReason },
): Promise<string[]> {
  const { documents, filing, runs, takenFiles, clock, workspaceId, emit, changed } = tools;
  await filing.lockRoots({ documentIds });
  const mine = (await takenFiles.findMany(documentIds)).filter((file) => !file.trashedAt);
  const roots = mine.map(({ id }) => id);
  const family = await takenFiles.listFamilies(roots, { isTrashed: false });
  const all = family.map(({ id }) => id);
  const ended = await runs.endOpenOf(all, "cancelled", clock());
  const isUnread = ({ status }: { status: string }) =>
    status === "pending" || status === "processing";
  const unread = family.filter(isUnread).map(({ id }) => id);
  const read = family.filter((each) => !isUnread(each)).map(({ id }) => id);
  const moved = { trashedAt: clock(), reason };
  announceChange(tools, [
    await documents.moveToTrash(unread, { ...moved, status: "cancelled" }),
    await documents.moveToTrash(read, moved),
  ]);
  await announceTrashed(tools, all);
  for (const documentId of new Set([...unread, ...ended]))
    emit(documentCancelled.of({ workspaceId, documentId }));
  for (const id of all)
    changed({ subject: id, before: { isTrashed: false }, after: { isTrashed: true, reason } });
  return roots;
}

/**
 * Takes documents that a source moved to the trash out of it, with their attachments, and processes those that the trash had stopped. Documents
 * that a person moved there stay. Returns the ids of those that are back.
 */
export async function restoreFromSource(
  tools: CommandTools,
  { documentIds }: { documentIds: readonly string[] },
): Promise<string[]> {
  const { documents, filing, runs, takenFiles, workspaceId, emit, changed } = tools;
  await filing.lockRoots({ documentIds });
  const mine = (await takenFiles.findMany(documentIds)).filter((file) => file.trashReason !== null);
  const restored = mine.map(({ id }) => id);
  const family = await takenFiles.listFamilies(restored, { isTrashed: true });
  const all = family.map(({ id }) => id);
  announceChange(tools, [await documents.moveToTrash(all, { trashedAt: null })]);
  for (const id of all)
    changed({ subject: id, before: { isTrashed: true }, after: { isTrashed: false } });
  for (const { id, status } of family) {
    if (status !== "cancelled") continue;
    await documents.update(id, { status: "pending", stage: "uploaded" });
    const runId = await runs.create(id, "arrived");
    emit(documentArrived.of({ workspaceId, documentId: id, runId }));
  }
  return restored;
}
