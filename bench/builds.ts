import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createReader } from "@besunny/reading/pool/reader";
import { readingChild } from "./reading-child";

/** The reader of a checkout: its pool, and its bundled child. */
export type Build = { name: string; childEntry: string; createReader: typeof createReader };

/** The reader of this checkout (".") or of another one. */
export async function buildAt(name: string, checkout: string): Promise<Build> {
  const isOwn = checkout === ".";
  const root = resolve(checkout);
  const pool: { createReader: typeof createReader } = isOwn
    ? { createReader }
    : await import(pathToFileURL(join(root, "packages/reading/src/pool/reader.ts")).href);
  return {
    name,
    childEntry: await readingChild(isOwn ? undefined : root),
    createReader: pool.createReader,
  };
}
