import type { SeqRange } from "@besunny/db/seq-range";

import { documentsChanged } from "../../events";
import type { Notes } from "../../operation/surroundings";

/** Emits one event for all documents that a command changed; emits none if the command changed none. */
export function announceChange(
  { workspaceId, emit }: Pick<Notes, "emit"> & { workspaceId: string },
  given: readonly (SeqRange | null)[],
): void {
  const ranges = given.filter((range) => range !== null);
  if (ranges.length === 0) return;
  const fromSeq = Math.min(...ranges.map((range) => range.fromSeq));
  const toSeq = Math.max(...ranges.map((range) => range.toSeq));
  emit(documentsChanged.of({ workspaceId, fromSeq, toSeq }));
}
