import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { readVariables } from "./variables.mjs";

/** The repository. */
export const root = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");

export const pnpm = "pnpm@10.34.9";

/** Node 24 as it came from npm: the file itself, since the wrapper in `.bin` does not pass signals on. */
export const node24 = join(
  root,
  "node_modules/node/bin",
  process.platform === "win32" ? "node.exe" : "node",
);

readVariables(join(root, ".env"));

/** The directory of the data, the logs and the record of the running processes. */
export const dataDirectory = resolve(root, process.env.BESUNNY_DATA_DIR || ".besunny");

/** The environment of everything that is started: our Node and programs first, no phoning home. */
export function environment(extra = {}) {
  const path = [
    join(root, "node_modules/node/bin"),
    join(root, "node_modules/.bin"),
    process.env.PATH,
  ];
  return {
    ...process.env,
    PATH: path.join(delimiter),
    BESUNNY_DATA_DIR: dataDirectory,
    NEXT_TELEMETRY_DISABLED: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
    ...extra,
  };
}

/** Returns true if the repository has the file. */
export function has(path) {
  return existsSync(join(root, path));
}
