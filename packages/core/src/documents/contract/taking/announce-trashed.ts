import { documentsTrashed, documentTrashed } from "../../../events";
import type { CommandTools } from "../../../operation/command";

/**
 * Announces that documents went to the trash. The event of many stays out of the engine, which could not forget one of them; automations that wait get
 * an event of each.
 */
export async function announceTrashed(
  { automations, workspaceId, emit }: Pick<CommandTools, "automations" | "workspaceId" | "emit">,
  documentIds: readonly string[],
): Promise<void> {
  if (documentIds.length === 0) return;
  emit(documentsTrashed.of({ workspaceId, documentIds: [...documentIds] }));
  if (!(await automations.isWaiting("document.trashed"))) return;
  for (const documentId of documentIds) emit(documentTrashed.of({ workspaceId, documentId }));
}
