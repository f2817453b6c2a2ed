import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** Folders on this machine's disk for files that are kept only while somebody works on them. */
export type Incoming = {
  /** Returns the number of files, each counted once with its `.json`, and folders. */
  count(): Promise<number>;
  /** Deletes the files and folders that nobody has written to since. Returns their number. */
  removeAbandoned(before: Date): Promise<number>;
};

/** An upload is a file and, beside it, what is known of it (`.json`): both go, or neither does. */
export function createIncoming({ directories }: { directories: readonly string[] }): Incoming {
  return {
    async count() {
      const things = await Promise.all(directories.map(thingsIn));
      return things.reduce((sum, { size }) => sum + size, 0);
    },

    async removeAbandoned(before) {
      let removed = 0;
      for (const directory of directories)
        for (const [, names] of await thingsIn(directory)) {
          const paths = names.map((name) => join(directory, name));
          const touched = Math.max(...(await Promise.all(paths.map(touchedAt))));
          if (touched >= before.getTime()) continue;
          for (const path of paths) await rm(path, { recursive: true, force: true });
          removed += 1;
        }
      return removed;
    },
  };
}

async function thingsIn(directory: string): Promise<Map<string, string[]>> {
  const things = new Map<string, string[]>();
  for (const name of await namesIn(directory)) {
    const thing = name.replace(/\.json$/, "");
    things.set(thing, [...(things.get(thing) ?? []), name]);
  }
  return things;
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Returns the time of the last write; infinity if the file is gone, because somebody finished with it just now. */
async function touchedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (isMissing(error)) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
