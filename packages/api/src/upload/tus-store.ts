import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

import { asStorageFull } from "@besunny/core/storage-full";
import { FileStore } from "@tus/file-store";

import { type Announcements, UPLOAD_RESTS_MS } from "./announcements";

/** Makes the store for resumable uploads that are not complete yet. An upload that is too many or does not fit on the disk leaves no file. */
export function createTusStore(directory: string, announcements: Announcements): FileStore {
  const store = new FileStore({ directory, expirationPeriodInMilliseconds: UPLOAD_RESTS_MS });
  const create = store.create.bind(store);

  store.create = async (upload) => {
    try {
      const created = await create(upload);
      await announcements.mustFit(upload.id);
      return created;
    } catch (error) {
      await discard(upload.id);
      throw asStorageFull(error) ?? error;
    }
  };

  // The library's own tells of no reason, and a full disk is one that people can do something about.
  store.write = async (stream, id, offset) => {
    const file = createWriteStream(join(directory, id), { flags: "r+", start: offset });
    try {
      await pipeline(stream, file);
    } catch (error) {
      const full = asStorageFull(error);
      if (full) await discard(id);
      throw full ?? error;
    }
    return offset + file.bytesWritten;
  };
  return store;

  async function discard(id: string): Promise<void> {
    await store.remove(id).catch(() => undefined);
  }
}
