import { isInStreet, packageOf } from "../reading/places";
import type { SourceFile } from "../reading/source-file";
import type { Breach, SourceTree } from "../reading/source-tree";
import { drawerFiles, drawers, entries } from "../tables/names";

/** Folders and files have names that say what they hold, and no file only passes on what others export. */
export function nameBreaches({ files }: SourceTree): Breach[] {
  return [...files.values()]
    .filter(({ path }) => packageOf(path) !== null)
    .flatMap((file) => [...drawer(file.path), ...barrel(file)]);
}

function drawer(path: string): Breach[] {
  const folders = path.split("/").slice(0, -1);
  const file =
    path
      .split("/")
      .at(-1)
      ?.replace(/(\.\w+)+$/, "") ?? "";
  const inside = folders.slice(isInStreet(path) ? 2 : 1);
  const named = inside.find((folder) => drawers.includes(folder));
  if (named) return [`${path}: the folder name "${named}" does not say what it holds`];
  const again = inside.find((folder) => folder === packageOf(path)?.split("/").at(-1));
  if (again) return [`${path}: the folder "${again}" repeats the name of its package`];
  if (drawerFiles.test(file)) return [`${path}: the file name does not say what it holds`];
  return [];
}

/** Next looks for a route's exports in files of its own, which may pass on what another file exports. */
const routeFile =
  /^apps\/[^/]+\/src\/(app\/.*(page|layout|route)|proxy|middleware|instrumentation)\.tsx?$/;

function barrel({ path, text, parsed }: SourceFile): Breach[] {
  if (/(^|\/)index\.\w+$/.test(path) && !path.includes("/src/app/")) return [`${path} is a barrel`];
  if (!/export\s*(type\s*)?[{*]/.test(text) || routeFile.test(path)) return [];
  const { body } = parsed.program;
  const passedOn = body.filter(
    (statement) =>
      statement.type === "ExportAllDeclaration" ||
      (statement.type === "ExportNamedDeclaration" && statement.source),
  );
  const isBarrel =
    passedOn.some(({ type }) => type === "ExportAllDeclaration") ||
    (passedOn.length > 1 && passedOn.length === body.length && !isEntry(path));
  return isBarrel ? [`${path} is a barrel: it passes on what other files export`] : [];
}

/** An entry names what it passes on; `export *` would let through what nobody chose. */
function isEntry(path: string): boolean {
  return entries.some((folder) => path.startsWith(folder));
}
