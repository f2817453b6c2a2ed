import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { type Manifest, type SourceTree, sourceTree } from "./source-tree";

const root = join(import.meta.dirname, "../../..");
const folders = ["apps", "packages", "integrations", "e2e", "bench", "tooling"];
const skipped = new Set([
  "node_modules",
  "dist",
  "generated",
  "public",
  ".next",
  ".turbo",
  ".besunny",
]);

let tree: SourceTree | undefined;

/** Reads every source file and manifest of the repository, once in a process. */
export function readTree(): SourceTree {
  tree ??= read();
  return tree;
}

function read(): SourceTree {
  const files = folders.flatMap(sourcesIn).concat("start.mjs");
  const packages = ["apps", "packages", "integrations"]
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
    .concat("e2e", "bench", "tooling")
    .filter((folder) => existsSync(join(root, folder, "package.json")));
  return sourceTree(
    files.map((file) => [file, readFileSync(join(root, file), "utf8")]),
    packages.map((folder) => [folder, readManifest(folder)]),
  );
}

function sourcesIn(directory: string): string[] {
  return readdirSync(join(root, directory), { withFileTypes: true }).flatMap((entry) => {
    const path = `${directory}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : sourcesIn(path);
    return /\.(ts|tsx|mts|mjs|js)$/.test(entry.name) && !entry.name.endsWith(".d.ts") ? [path] : [];
  });
}

/** The repository's manifests are its own, so their shape is known. */
function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Manifest;
}
