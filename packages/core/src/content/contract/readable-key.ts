import type { Files } from "@besunny/connectors/files/files";

/** Returns the key of the bytes that can be read without a password: of the unlocked copy if it exists, else of the original. */
export async function readableKeyOf(
  files: Pick<Files, "exists">,
  workspaceId: string,
  { id, storageKey }: { id: string; storageKey: string },
): Promise<string> {
  const unlocked = unlockedKeyOf(workspaceId, id);
  return (await files.exists(unlocked)) ? unlocked : storageKey;
}

/** Returns the key of the unlocked copy, for documents that had a password. */
export function unlockedKeyOf(workspaceId: string, id: string): string {
  return `derived/${workspaceId}/${id}/unlocked`;
}
