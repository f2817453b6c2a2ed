import { readdirSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Returns the flags of Node's permission model for a child that reads hostile files. The child may read its own code, installed npm
 * packages, networks for text recognition and its home, and may write only to its home. It may start programs only if `nativeTools` is true, or if tsx, which needs a
 * process, loads the sources. Node 24 has no permission for the network, so `forbidNetwork` disables the network.
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
    ...networksOf(childEntry),
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

/** Returns the real folders of the workspace packages that the nearest package imports. Sources need them; a bundle contains them. */
function workspacePackagesOf(folders: string[]): string[] {
  for (const folder of folders) {
    const links = join(folder, "node_modules", "@besunny");
    const names = namesIn(links);
    if (names.length > 0) return names.map((name) => realpathSync(join(links, name)));
  }
  return [];
}

/** Returns the folder of the small networks for text recognition, which no bundle contains. */
function networksOf(childEntry: string): string[] {
  try {
    const file = createRequire(childEntry).resolve("@besunny/reading/networks/README.md");
    return [dirname(realpathSync(file))];
  } catch {
    return [];
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Returns the folder and, for a link, its real path. */
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
