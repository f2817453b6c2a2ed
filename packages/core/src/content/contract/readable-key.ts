import type { Files } from "@besunny/connectors/files/files";

/** Where the bytes lie that can be read without a password: the unlocked copy where there is one, else the original. */
export async function readableKeyOf(
  files: Pick<Files, "exists">,
  workspaceId: string,
  { id, storageKey }: { id: string; storageKey: string },
): Promise<string> {
  const unlocked = unlockedKeyOf(workspaceId, id);
  return (await files.exists(unlocked)) ? unlocked : storageKey;
}

/** Where the copy without protection lies, for documents that had one. */
export function unlockedKeyOf(workspaceId: string, id: string): string {
  return `derived/${workspaceId}/${id}/unlocked`;
}
