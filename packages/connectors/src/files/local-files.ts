import { join } from "node:path";

import { FileStorage } from "@flystorage/file-storage";
import { LocalStorageAdapter } from "@flystorage/local-fs";

import { createFiles, type Files } from "./files";

/** Files on this machine's disk, below `directory`. */
export function createLocalFiles({ directory }: { directory: string }): Files {
  const storage = new FileStorage(new LocalStorageAdapter(join(directory, "files")));
  return createFiles(storage, join(directory, "scratch"));
}
