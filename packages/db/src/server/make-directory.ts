import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

import { errorCode } from "@besunny/sql/error-code";

/**
 * Creates a directory and its missing parents. Rejects with ENOTDIR if a file is in the way. Node's own `recursive` never ends where a
 * file system denies that a new directory could exist (everything below /proc).
 */
export async function makeDirectory(path: string, mode: number): Promise<void> {
  const found = await statOf(path);
  if (found?.isDirectory()) return;
  const parent = dirname(path);
  if (found || parent === path)
    throw Object.assign(new Error(`${path} is a file`), { code: "ENOTDIR" });

  await makeDirectory(parent, mode);
  await mkdir(path, { mode }).catch((error: unknown) => {
    // Another process created it first.
    if (errorCode(error) !== "EEXIST") throw error;
  });
}

async function statOf(path: string) {
  return stat(path).catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  });
}
