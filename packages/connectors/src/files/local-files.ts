import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { pipeline } from "node:stream/promises";

import { FileStorage } from "@flystorage/file-storage";
import { LocalStorageAdapter } from "@flystorage/local-fs";

import { createFiles, type Files } from "./files";

/** Files on this machine's disk, below `directory`. */
export function createLocalFiles({ directory }: { directory: string }): Files {
  const root = join(directory, "files");
  const scratchDirectory = join(directory, "scratch");
  return createFiles({
    storage: new FileStorage(new LocalStorageAdapter(root)),
    scratchDirectory,
    // A disk has no holds of its own.
    setHold: async () => false,
    streamPart: async (key, { first, last }) =>
      createReadStream(pathOf(root, key), { start: first, end: last }),

    async writeWhole(key, content, isWanted) {
      await mkdir(scratchDirectory, { recursive: true });
      const draft = join(scratchDirectory, `draft-${randomUUID()}`);
      try {
        await pipeline(content, createWriteStream(draft, { flush: true }));
        if (!(await isWanted())) return false;
        await rename(draft, pathOf(root, key));
        return true;
      } finally {
        await rm(draft, { force: true });
      }
    },
  });
}

function pathOf(root: string, key: string): string {
  const path = resolve(root, key);
  if (!path.startsWith(resolve(root) + sep)) throw new Error("The key leaves the directory");
  return path;
}
