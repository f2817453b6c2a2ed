import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";

import { PreparationError } from "@besunny/sql/preparation-error";

/** The user who runs the cluster. `uid` and `gid` are absent if this is the user who starts it. */
export type ServerUser = { name: string; uid?: number; gid?: number };

/**
 * Returns the user who runs the cluster. PostgreSQL refuses to run as root, so root uses the cluster's owner, else `postgres` (created
 * if missing), else `nobody`. Any other user runs it as themselves. Throws `PreparationError` if there is no such user.
 */
export function serverUser(clusterDirectory: string): ServerUser {
  if (process.getuid?.() !== 0) return { name: userInfo().username };

  return (
    ownerOf(clusterDirectory) ??
    lookUp("postgres") ??
    (makePostgresUser() ? lookUp("postgres") : null) ??
    lookUp("nobody") ??
    noUser()
  );
}

/** Returns true if the user can reach `path` and pass the tests of these `test` flags there (`-x`, `-w`, `-r`). */
export function mayReach(user: ServerUser, path: string, flags: readonly string[]): boolean {
  const tests = flags.map((flag) => `test ${flag} "$1"`).join(" && ");
  const { status } = spawnSync("/bin/sh", ["-c", tests, "sh", path], {
    ...asUser(user),
    cwd: "/",
    stdio: "ignore",
  });
  return status === 0;
}

/** Returns the options of `spawn` that make a child run as this user. */
export function asUser({ uid, gid }: ServerUser): { uid?: number; gid?: number } {
  return uid === undefined || gid === undefined ? {} : { uid, gid };
}

function ownerOf(clusterDirectory: string): ServerUser | null {
  const file = statSync(join(clusterDirectory, "PG_VERSION"), { throwIfNoEntry: false });
  if (!file || file.uid === 0) return null;
  return { name: `user ${file.uid}`, uid: file.uid, gid: file.gid };
}

function lookUp(name: string): ServerUser | null {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
    return status === 0 ? Number.parseInt(stdout, 10) : Number.NaN;
  });
  if (uid === undefined || gid === undefined || Number.isNaN(uid + gid)) return null;
  return { name, uid, gid };
}

/** Debian and Red Hat have `useradd`, Alpine only busybox's `adduser`. */
function makePostgresUser(): boolean {
  const useradd =
    "useradd --system --user-group --no-create-home --shell /usr/sbin/nologin postgres";
  const adduser = "adduser -S -D -H postgres";
  return [useradd, adduser].some((command) => {
    const [program = "", ...parameters] = command.split(" ");
    return spawnSync(program, parameters, { stdio: "ignore" }).status === 0;
  });
}

function noUser(): never {
  throw new PreparationError(
    "PostgreSQL does not run as root, and this machine has no user `postgres` or `nobody`.",
    "Make one with `useradd --system postgres`, start BeSunny as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.",
  );
}
