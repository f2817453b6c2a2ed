import { readdirSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Node's permission model for a child that reads hostile files: of the disk it sees its own code, what npm installed and its
 * home, and it writes to its home alone. Programs of the machine may be started only where they are wanted, or where
 * tsx, which needs one, loads the sources. Node 24 knows no permission for the network; `forbidNetwork` stands in for it.
 */
export function sandboxFlags({
  childEntry,
  home,
  nativeTools,
}: {
  childEntry: string;
  home: string;
  nativeTools: boolean;
}): string[] {
  const isSource = childEntry.endsWith(".ts");
  const folders = ancestorsOf(childEntry);
  const code = isSource ? dirname(folders[0] ?? childEntry) : folders[0];
  const readable = [
    code ?? childEntry,
    home,
    "/proc/self/stat",
    ...folders.flatMap((folder) => [
      join(folder, "package.json"),
      join(folder, "tsconfig.json"),
      ...placesOf(join(folder, "node_modules")),
    ]),
    ...(isSource ? workspacePackagesOf(folders) : []),
  ];
  return [
    "--permission",
    ...readable.map((path) => `--allow-fs-read=${path}`),
    `--allow-fs-write=${home}`,
    "--allow-addons",
    "--allow-worker",
    ...(nativeTools || isSource ? ["--allow-child-process"] : []),
    "--disable-warning=PERM0006",
    "--disable-warning=SecurityWarning",
  ];
}

/** The real folders of the workspace packages that the nearest package imports. A bundle contains them, its sources do not. */
function workspacePackagesOf(folders: string[]): string[] {
  for (const folder of folders) {
    const links = join(folder, "node_modules", "@besunny");
    const names = namesIn(links);
    if (names.length > 0) return names.map((name) => realpathSync(join(links, name)));
  }
  return [];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The folder itself, and where it really lies if it is a link. */
function placesOf(folder: string): string[] {
  try {
    return [...new Set([folder, realpathSync(folder)])];
  } catch {
    return [];
  }
}

function ancestorsOf(path: string): string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); folder !== folders.at(-1); folder = dirname(folder))
    folders.push(folder);
  return folders;
}
