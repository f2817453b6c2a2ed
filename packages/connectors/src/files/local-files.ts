import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { FileStorage } from "@flystorage/file-storage";
import { LocalStorageAdapter } from "@flystorage/local-fs";

import { createFiles, type Files } from "./files";

/** Files on this machine's disk, below `directory`. */
export function createLocalFiles({ directory }: { directory: string }): Files {
  const root = join(directory, "files");
  const scratchDirectory = join(directory, "scratch");

  /** Writes beside the file first, so that a write that breaks off leaves no half file. */
  async function place(
    key: string,
    content: Readable,
    { flush = false, isWanted = async () => true } = {},
  ): Promise<boolean> {
    const path = pathOf(root, key);
    await mkdir(scratchDirectory, { recursive: true });
    const draft = join(scratchDirectory, `draft-${randomUUID()}`);
    try {
      await pipeline(content, createWriteStream(draft, { flush }));
      if (!(await isWanted())) return false;
      await mkdir(dirname(path), { recursive: true });
      await rename(draft, path);
      return true;
    } finally {
      await rm(draft, { force: true });
    }
  }

  return {
    ...createFiles({
      storage: new FileStorage(new LocalStorageAdapter(root)),
      scratchDirectory,
      // A disk has no holds of its own.
      setHold: async () => false,
      streamPart: async (key, { first, last }) =>
        createReadStream(pathOf(root, key), { start: first, end: last }),
      writeWhole: (key, content, isWanted) => place(key, content, { flush: true, isWanted }),
    }),
    async write(key, content) {
      await place(key, content instanceof Uint8Array ? Readable.from([content]) : content);
    },
    async writeFrom(key, path) {
      await place(key, createReadStream(path));
    },
  };
}

function pathOf(root: string, key: string): string {
  const path = resolve(root, key);
  if (!path.startsWith(resolve(root) + sep)) throw new Error("The key leaves the directory");
  return path;
}
