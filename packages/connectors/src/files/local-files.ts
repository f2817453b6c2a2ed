import { createReadStream } from "node:fs";
import { join, resolve, sep } from "node:path";

import { FileStorage } from "@flystorage/file-storage";
import { LocalStorageAdapter } from "@flystorage/local-fs";

import { createFiles, type Files } from "./files";

/** Files on this machine's disk, below `directory`. */
export function createLocalFiles({ directory }: { directory: string }): Files {
  const root = join(directory, "files");
  return createFiles({
    storage: new FileStorage(new LocalStorageAdapter(root)),
    scratchDirectory: join(directory, "scratch"),
    // A disk has no holds of its own.
    setHold: async () => false,
    async streamPart(key, { first, last }) {
      const path = resolve(root, key);
      if (!path.startsWith(resolve(root) + sep)) throw new Error("The key leaves the directory");
      return createReadStream(path, { start: first, end: last });
    },
  });
}
