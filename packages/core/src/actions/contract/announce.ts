import { actionItemChanged } from "../../events";
import type { CommandTools } from "../../operation/command";

/** Notes a change of an action for the log of changes, and announces it. */
export function announceAction(
  { workspaceId, emit, changed }: Pick<CommandTools, "workspaceId" | "emit" | "changed">,
  { id, documentId }: { id: string; documentId: string | null },
  { before, after, state }: { before: object; after: object; state: string },
): void {
  changed({ subject: id, before: { ...before }, after: { ...after } });
  emit(actionItemChanged.of({ workspaceId, actionId: id, documentId, state }));
}
