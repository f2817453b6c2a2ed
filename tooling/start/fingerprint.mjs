import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./place.mjs";

const notSources = new Set([
  "node_modules",
  "dist",
  ".next",
  ".turbo",
  ".cache",
  "generated",
  "next-env.d.ts",
]);

/** Changes when a file below one of the paths is added, removed, or changes size or time. */
export function fingerprint(paths) {
  const hash = createHash("sha256").update(process.platform);
  for (const path of paths) add(hash, path);
  return hash.digest("hex");
}

/** Returns true if `name` was remembered with this fingerprint. */
export function isRemembered(name, print) {
  try {
    return readFileSync(memory(name), "utf8") === print;
  } catch {
    return false;
  }
}

/** Remembers that `name` was done for this fingerprint; gone when node_modules goes. */
export function remember(name, print) {
  mkdirSync(dirname(memory(name)), { recursive: true });
  writeFileSync(memory(name), print);
}

function memory(name) {
  return join(root, "node_modules/.cache/besunny", name);
}

function add(hash, path) {
  const file = statSync(join(root, path), { throwIfNoEntry: false });
  if (!file) return;
  if (!file.isDirectory()) {
    hash.update(`${path}\0${file.size}\0${file.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(join(root, path)).sort())
    if (!notSources.has(name)) add(hash, `${path}/${name}`);
}
