import { createStore, del, entries, get, setMany } from "idb-keyval";

/** A file that was picked and has not reached the server yet, and where it is to go. */
export type KeptFile = {
  file: File;
  path: string;
  projectId: string | null;
  /** The batch that it was picked with. */
  batchId: string | null;
};

export type KeptFiles = {
  /** Keeps all of them or none. A file that is kept already is kept with its new destination. */
  keep(files: readonly [key: string, kept: KeptFile][]): Promise<void>;
  drop(key: string): Promise<void>;
  /**
   * Returns the files that an earlier page left behind and no other tab is sending. A page that was just left may hold its files for a moment:
   * `onLater` is called with each of them once it is free.
   */
  takeOver(
    onLater: (key: string, kept: KeptFile) => void,
  ): Promise<[key: string, kept: KeptFile][]>;
};

/**
 * Keeps picked files in the browser's own database until the server has them, so that a reload or a closed laptop loses none. A file belongs to
 * the tab that sends it, by a lock that ends with the tab. Where the browser refuses (private windows, a full disk), nothing is kept.
 */
export function createKeptFiles(name: string): KeptFiles {
  const store = () => createStore(name, "files");

  return {
    async keep(files) {
      for (const [key] of files) void claim(key, { ifAvailable: true });
      await setMany([...files], store()).catch(() => undefined);
    },

    async drop(key) {
      await del(key, store()).catch(() => undefined);
    },

    async takeOver(onLater) {
      const all = await entries<string, KeptFile>(store()).catch(() => []);
      const mine = await Promise.all(all.map(([key]) => claim(key, { ifAvailable: true })));
      for (const [key] of all.filter((_, position) => !mine[position]))
        void claim(key, {}).then(async () => {
          // It is gone if the other page brought it to its end.
          const kept = await get<KeptFile>(key, store()).catch(() => undefined);
          if (kept) onLater(key, kept);
        });
      return all.filter((_, position) => mine[position]);
    },
  };
}

/** True when the file is this tab's from now on. Without `ifAvailable` it waits until the file is free. */
function claim(key: string, options: LockOptions): Promise<boolean> {
  const { locks } = navigator;
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    void locks.request(`besunny.upload.${key}`, options, (lock) => {
      resolve(lock !== null);
      // Held until the tab is gone.
      return lock ? new Promise(() => undefined) : undefined;
    });
  });
}
