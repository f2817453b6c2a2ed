/** Files that are read without any key: ends of audit logs, and what proves that something was erased. */
const plainFolders = ["anchors", "certificates", "receipts"];

/** Returns the owner whose key encrypts a file: the workspace in its key, or `platform` for reports of no workspace. Null: it stays plain. */
export function ownerOf(key: string): string | null {
  const [folder = "", owner = ""] = key.split("/");
  if (plainFolders.includes(folder)) return null;
  if (owner.startsWith("ws_")) return owner;
  return folder === "reports" ? "platform" : null;
}
