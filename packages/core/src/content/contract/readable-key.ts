import type { Files } from "@besunny/connectors/files/files";

type Stored = { id: string; storageKey: string };

/** Returns the key of the bytes that can be read without a password: of the unlocked copy if it exists, else of the original. */
export async function readableKeyOf(
  files: Pick<Files, "exists">,
  workspaceId: string,
  { id, storageKey }: Stored,
): Promise<string> {
  const unlocked = unlockedKeyOf(workspaceId, id);
  return (await files.exists(unlocked)) ? unlocked : storageKey;
}

/**
 * Returns the key of the bytes that a browser can show: of the copy without the signature around it if it exists, else as `readableKeyOf`.
 * Only the original names the signers, so the reader does not read this copy.
 */
export async function shownKeyOf(
  files: Pick<Files, "exists">,
  workspaceId: string,
  document: Stored,
): Promise<string> {
  const unwrapped = unwrappedKeyOf(workspaceId, document.id);
  return (await files.exists(unwrapped)) ? unwrapped : readableKeyOf(files, workspaceId, document);
}

/** Returns the key of the unlocked copy, for documents that had a password. */
export function unlockedKeyOf(workspaceId: string, id: string): string {
  return `derived/${workspaceId}/${id}/unlocked`;
}

/** Returns the key of the copy without the signature around it, for files such as `lease.pdf.p7m`. */
export function unwrappedKeyOf(workspaceId: string, id: string): string {
  return `derived/${workspaceId}/${id}/unwrapped`;
}
