import { sourceStateChanged } from "../../events";
import type { CommandTools } from "../../operation/command";

/** Tells the world outside that sources go on, were paused, have stopped or ask. */
export function announceStates(
  { workspaceId, emit }: Pick<CommandTools, "workspaceId" | "emit">,
  sources: readonly { id: string; state: string }[],
): void {
  for (const { id: sourceId, state } of sources)
    emit(sourceStateChanged.of({ workspaceId, sourceId, state }));
}
