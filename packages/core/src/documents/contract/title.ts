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
