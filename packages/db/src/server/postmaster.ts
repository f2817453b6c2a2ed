import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";

import { errorCode } from "@besunny/sql/error-code";

/** A postmaster that runs a cluster, as its `postmaster.pid` says. */
export type Postmaster = { pid: number; port: number };

/**
 * Returns the live postmaster of the cluster, or null. Removes a pid file whose number now belongs to another program, which is common
 * after a container restart. Otherwise PostgreSQL would take that program for a rival and refuse to start.
 */
export function findPostmaster(clusterDirectory: string): Postmaster | null {
  const path = join(clusterDirectory, "postmaster.pid");
  const recorded = readPidFile(path);
  if (!recorded) return null;
  if (!isAlive(recorded.pid)) return null;
  if (isPostgresOf(recorded.pid, clusterDirectory)) return recorded;

  rmSync(path, { force: true });
  return null;
}

function readPidFile(path: string): Postmaster | null {
  try {
    const lines = readFileSync(path, "utf8").split("\n");
    const pid = Number.parseInt(lines[0] ?? "", 10);
    const port = Number.parseInt(lines[3] ?? "", 10);
    return Number.isNaN(pid) ? null : { pid, port };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

function isPostgresOf(pid: number, clusterDirectory: string): boolean {
  if (process.platform === "win32") return true;
  if (process.platform !== "linux") {
    const { stdout } = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return stdout.includes(clusterDirectory);
  }
  try {
    if (!readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("postgres")) return false;
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterDirectory);
  } catch (error) {
    // Another user's process hides its working directory. A postgres that we cannot inspect counts as ours.
    return errorCode(error) === "EACCES";
  }
}
