import { safeName } from "@besunny/document-model/safe-name";

const longest = 1000;

/** Returns the folders of a path, such as `Office move/Contracts`; null for a file that lay in none. */
export function folderOf(relativePath: string | undefined): string | null {
  const folders = (relativePath ?? "")
    .split("/")
    .slice(0, -1)
    .map((name) => safeName(name))
    .filter((name) => name !== "" && name !== "." && name !== "..");
  return folders.join("/").slice(0, longest) || null;
}
