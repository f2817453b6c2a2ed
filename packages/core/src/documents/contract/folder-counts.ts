type FolderCount = { value: string | null; name: string | null; count: number };

/** So many folders of one level are listed. */
const MOST_FOLDERS = 100;

/**
 * Returns the folders directly within a folder, each with the documents in it at any depth, by name; null is the top. `value` is the path and
 * `name` its last part.
 */
export function foldersWithin(all: readonly FolderCount[], folder: string | null): FolderCount[] {
  const start = folder === null ? "" : `${folder}/`;
  const found = new Map<string, FolderCount>();
  for (const { value: path, count } of all) {
    if (path === null || !path.toLowerCase().startsWith(start.toLowerCase())) continue;
    const [name = ""] = path.slice(start.length).split("/");
    const value = path.slice(0, start.length + name.length);
    const before = found.get(value);
    found.set(value, { value, name, count: (before?.count ?? 0) + count });
  }
  return [...found.values()]
    .sort((one, other) => (one.name ?? "").localeCompare(other.name ?? ""))
    .slice(0, MOST_FOLDERS);
}
