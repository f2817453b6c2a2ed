import { readFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

const manifest = z.object({ version: z.string() });

/** Returns the version in the manifest of the product; "unknown" where there is none. */
export function productRelease(root: string): string {
  try {
    const read = manifest.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
    return read.version;
  } catch {
    return "unknown";
  }
}
