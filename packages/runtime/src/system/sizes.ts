import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

import { type DiskPart, diskParts, type System } from "@besunny/core/system";

const FRESH_MS = 5 * 60_000;

/** The part that each folder of the data directory belongs to; all others are `other`. */
const partOf: Readonly<Record<string, DiskPart>> = {
  files: "files",
  postgres: "database",
  index: "index",
  models: "models",
  incoming: "uploads",
  scratch: "uploads",
};

/** Returns a count of the bytes in a data directory, by part. A count serves for five minutes. */
export function createSizes(data: string, clock: () => Date): System["sizes"] {
  let last: { at: number; sizes: ReturnType<System["sizes"]> } | undefined;
  return () => {
    const now = clock().getTime();
    if (!last || now - last.at > FRESH_MS || now < last.at) {
      const sizes = count(data, clock());
      last = { at: now, sizes };
      sizes.catch(() => {
        last = undefined;
      });
    }
    return last.sizes;
  };
}

async function count(data: string, countedAt: Date) {
  const sums = new Map(diskParts.map((part) => [part, 0]));
  for (const entry of await readdir(data)) {
    const part = partOf[entry] ?? "other";
    sums.set(part, (sums.get(part) ?? 0) + (await bytesBelow(join(data, entry))));
  }
  return { countedAt, parts: diskParts.map((name) => ({ name, bytes: sums.get(name) ?? 0 })) };
}

/** Files come and go meanwhile: what is gone counts as nothing. Links are not followed. */
async function bytesBelow(path: string): Promise<number> {
  const found = await lstat(path).catch(() => null);
  if (!found?.isDirectory()) return found?.size ?? 0;
  let sum = 0;
  for (const entry of await readdir(path).catch(() => []))
    sum += await bytesBelow(join(path, entry));
  return sum;
}
