import { createStore, del, entries, set } from "idb-keyval";

/** A file that was picked and has not reached the server yet, and where it is to go. */
export type KeptFile = {
  file: File;
  path: string;
  projectId: string | null;
  /** The batch that it was picked with. */
  batchId: string | null;
};

export type KeptFiles = {
  keep(key: string, kept: KeptFile): Promise<void>;
  drop(key: string): Promise<void>;
  /** Returns the files that an earlier page left behind and no other tab is sending. */
  takeOver(): Promise<[key: string, kept: KeptFile][]>;
};

/**
 * Keeps picked files in the browser's own database until the server has them, so that a reload or a closed laptop loses none. A file belongs to
 * the tab that sends it, by a lock that ends with the tab. Where the browser refuses (private windows, a full disk), nothing is kept.
 */
export function createKeptFiles(name: string): KeptFiles {
  const store = () => createStore(name, "files");

  return {
    async keep(key, kept) {
      void claim(key);
      await set(key, kept, store()).catch(() => undefined);
    },

    async drop(key) {
      await del(key, store()).catch(() => undefined);
    },

    async takeOver() {
      const all = await entries<string, KeptFile>(store()).catch(() => []);
      const mine = await Promise.all(all.map(([key]) => claim(key)));
      return all.filter((_, position) => mine[position]);
    },
  };
}

/** True when the file is this tab's from now on. */
function claim(key: string): Promise<boolean> {
  const { locks } = navigator;
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    void locks.request(`besunny.upload.${key}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      // Held until the tab is gone.
      return lock ? new Promise(() => undefined) : undefined;
    });
  });
}
