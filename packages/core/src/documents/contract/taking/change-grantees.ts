import type { CommandTools } from "../../../operation/command";
import { announceChange } from "../announce-change";
import type { Seen } from "./seen";

type Tools = Pick<CommandTools, "takenFiles" | "filing" | "workspaceId" | "emit" | "changed">;

/**
 * Writes who sees documents of sources, with their attachments, and tells the index in the same transaction. Documents whose people are the same
 * stay as they are. Returns the ids of those that changed.
 */
export async function changeGrantees(
  tools: Tools,
  given: readonly (Seen & { documentIds: readonly string[] })[],
): Promise<string[]> {
  const { takenFiles, filing } = tools;
  const changedIds: string[] = [];
  for (const { documentIds, ...seen } of given) {
    const visibility = seen.visibility === "filed" ? null : seen.visibility;
    const grantees = seen.visibility === "source" ? [...new Set(seen.grantees)].toSorted() : [];
    const files = await takenFiles.findMany(documentIds);
    const ids = files
      .filter((file) => file.visibility !== visibility || file.grantees.join() !== grantees.join())
      .map(({ id }) => id);
    if (ids.length === 0) continue;
    await filing.lockRoots({ documentIds: ids });
    await takenFiles.setVisibility(ids, { visibility, grantees });
    announceChange(tools, [await filing.writeAccess({ documentIds: ids })]);
    changedIds.push(...ids);
  }
  return changedIds;
}
