import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";

/** The paths of folders and files on this machine. */
export type Places = {
  root: string;
  data: string;
  migrations: string;
  engineMigrations: string;
  /** The files of the sample documents. */
  samples: string;
  /** The folder of the fonts that reports embed. */
  fonts: string;
  uploads: string;
  /** Copies that readers work on. */
  scratch: string;
  readingChild: string;
  modelsChild: string;
  indexWorker: string;
};

export function findPlaces(env: { BESUNNY_DATA_DIR: string; NODE_ENV: string }): Places {
  const root = findRoot(process.cwd());
  const data = isAbsolute(env.BESUNNY_DATA_DIR)
    ? env.BESUNNY_DATA_DIR
    : resolve(root, env.BESUNNY_DATA_DIR);
  const bundles = join(root, "apps/worker/dist");
  const isBundled = env.NODE_ENV === "production" && existsSync(join(bundles, "reading-child.mjs"));
  const entry = (bundle: string, source: string) =>
    isBundled ? join(bundles, bundle) : join(root, "packages", source);
  return {
    root,
    data,
    migrations: join(root, "packages/db/prisma/migrations"),
    engineMigrations: join(root, "packages/engine/migrations"),
    samples: join(root, "apps/cli/sample/files"),
    fonts: join(root, "node_modules/@expo-google-fonts/carlito"),
    uploads: join(data, "incoming"),
    scratch: join(data, "scratch"),
    readingChild: entry("reading-child.mjs", "reading/src/child/main.ts"),
    modelsChild: entry("models-child.mjs", "ai/src/child/main.ts"),
    indexWorker: entry("index-worker.mjs", "ai/src/index/sqlite-worker.ts"),
  };
}

function findRoot(from: string): string {
  if (existsSync(join(from, "pnpm-workspace.yaml"))) return from;
  const above = dirname(from);
  return above === from ? process.cwd() : findRoot(above);
}
