import { documentCancelled } from "../../../events";
import type { CommandTools } from "../../../operation/command";
import { announceChange } from "../announce-change";

/**
 * Adds documents to a restriction, with their whole families, and stops work on them. From then on nobody sees them: no person, no job and no
 * source. Returns all that are new.
 */
export async function restrictDocuments(
  tools: CommandTools,
  id: string,
  documentIds: readonly string[],
): Promise<string[]> {
  const { restrictions, filing, runs, clock, emit, workspaceId } = tools;
  if (documentIds.length === 0) return [];
  await filing.lockRoots({ documentIds });
  const added = await restrictions.add(id, documentIds);
  const ended = await runs.endOpenOf(added, "cancelled", clock());
  announceChange(tools, [await filing.writeAccess({ documentIds })]);
  for (const documentId of ended) emit(documentCancelled.of({ workspaceId, documentId }));
  return added;
}
