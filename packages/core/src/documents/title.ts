import { safeName } from "@besunny/document-model/safe-name";

/** Returns a title for people from a file's name: without folder, signature (.p7m) and ending, underscores as spaces. */
export function titleOf(fileName: string): string {
  const name = fileName.split(/[\\/]/).at(-1) ?? fileName;
  const title = name
    .replace(/(\.p7[mscz])+$/i, "")
    .replace(/\.[A-Za-z0-9]{1,8}$/, "")
    .replaceAll(/[_\s]+/g, " ")
    .trim();
  return (title || name || "Untitled").slice(0, 200);
}

const DEEPEST = 20;

/** Returns a folder as it is shown: the names on the way to it, without what file systems and screens stumble over; null for none. */
export function folderOf(path: string | undefined): string | null {
  const names = (path ?? "").split(/[\\/]/).map(safeName).filter(Boolean);
  return names.slice(0, DEEPEST).join("/").slice(0, 1000) || null;
}
