import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));

/** Whether the licensed third-party files are there; they stand beside the repository and are not part of it. */
export const hasData = existsSync(root);

/** Where a third-party file or folder is. */
export function data(path: string): string {
  return root + path;
}
