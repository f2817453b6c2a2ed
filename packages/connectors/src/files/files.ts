import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import type { FileStorage } from "@flystorage/file-storage";

/** Originals and what is derived from them. Keys are `/`-separated and made by us, never from a file's name. */
export type Files = {
  write(key: string, content: Uint8Array | Readable): Promise<void>;
  writeFrom(key: string, path: string): Promise<void>;
  /** Rejects when there is no such key. */
  read(key: string): Promise<Uint8Array>;
  stream(key: string): Promise<Readable>;
  /** Streams the bytes from `first` to `last`, both included. They must be there. */
  streamPart(key: string, part: BytesPart): Promise<Readable>;
  exists(key: string): Promise<boolean>;
  /** Every key below the prefix, in no order. */
  list(prefix: string): Promise<string[]>;
  /** The names that stand directly below the prefix and have keys below them. */
  listFolders(prefix: string): Promise<string[]>;
  /** When it was written. Null when there is no such key. */
  modifiedAt(key: string): Promise<Date | null>;
  /**
   * Holds a file in the storage itself, so that no other program deletes it, or lets it go. Returns false where the storage has no holds, or
   * no such key.
   */
  setHold(key: string, isHeld: boolean): Promise<boolean>;
  /** Missing keys are no error. */
  remove(key: string): Promise<void>;
  removeAll(prefix: string): Promise<void>;
  /** Calls `work` with the path of a copy on local disk and a folder to write into. Deletes both afterwards. */
  withCopy<T>(key: string, work: (path: string, folder: string) => Promise<T>): Promise<T>;
};

/** Bytes of a file from `first` to `last`, counted from 0. */
export type BytesPart = { first: number; last: number };

type Given = {
  storage: FileStorage;
  scratchDirectory: string;
  /** Streams a part of a file; the storage library reads whole files alone. */
  streamPart: Files["streamPart"];
  setHold: Files["setHold"];
};

export function createFiles({ storage, scratchDirectory, streamPart, setHold }: Given): Files {
  return {
    // A plain Uint8Array would be iterated number by number.
    write: (key, content) =>
      storage.write(key, content instanceof Uint8Array ? Buffer.from(content) : content),
    writeFrom: (key, path) => storage.write(key, createReadStream(path)),
    read: (key) => storage.readToUint8Array(key),
    stream: (key) => storage.read(key),
    streamPart,
    setHold,
    exists: (key) => storage.fileExists(key),
    list: (prefix) => listFiles(storage, prefix),
    listFolders: (prefix) => listFolders(storage, prefix),
    modifiedAt: async (key) =>
      (await storage.fileExists(key)) ? new Date(await storage.lastModified(key)) : null,
    remove: (key) => storage.deleteFile(key),
    removeAll: (prefix) => storage.deleteDirectory(prefix),

    async withCopy(key, work) {
      await mkdir(scratchDirectory, { recursive: true });
      const folder = await mkdtemp(join(scratchDirectory, "copy-"));
      try {
        const path = join(folder, "original");
        await pipeline(await storage.read(key), createWriteStream(path));
        const made = join(folder, "made");
        await mkdir(made);
        return await work(path, made);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

async function listFiles(storage: FileStorage, prefix: string): Promise<string[]> {
  if (!(await storage.directoryExists(prefix))) return [];
  const keys: string[] = [];
  for await (const entry of storage.list(prefix, { deep: true }))
    if (entry.isFile) keys.push(entry.path);
  return keys;
}

async function listFolders(storage: FileStorage, prefix: string): Promise<string[]> {
  if (!(await storage.directoryExists(prefix))) return [];
  const names: string[] = [];
  for await (const entry of storage.list(prefix))
    if (entry.isDirectory) names.push(entry.path.split("/").filter(Boolean).at(-1) ?? "");
  return names.sort();
}
