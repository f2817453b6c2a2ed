import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));

/** True if the licensed third-party files are present. They are beside the repository and not part of it. */
export const hasData = existsSync(root);

/** Returns the path of a third-party file or folder. */
export function data(path: string): string {
  return root + path;
}
