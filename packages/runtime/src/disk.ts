import { statfs } from "node:fs/promises";

import type { Disk } from "@besunny/core/context";

/** Returns the disk of a directory. `free` rejects if the directory is gone. */
export function createDisk(directory: string): Disk {
  return {
    async free() {
      const { bavail, blocks, bsize } = await statfs(directory);
      return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
    },
  };
}
