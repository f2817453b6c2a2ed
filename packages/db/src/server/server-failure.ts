import { PreparationError } from "@besunny/sql/preparation-error";

/** The next step after a failure of PostgreSQL: try the next port, wait and try again, or report the error to the person. */
export type ServerFailure =
  | { next: "other-port" }
  | { next: "wait" }
  | { next: "give-up"; error: PreparationError };

type Circumstances = { output: string; clusterDirectory: string; logPath: string };

const ownDatabase = "or set DATABASE_URL to a PostgreSQL of your own.";

/** Reads the output of `initdb` or the end of the server's log and returns the next step. */
export function understandFailure({
  output,
  clusterDirectory,
  logPath,
}: Circumstances): ServerFailure {
  const giveUp = (what: string, remedy: string): ServerFailure => ({
    next: "give-up",
    error: new PreparationError(what, remedy),
  });

  if (/could not bind|Address already in use|could not create any TCP\/IP sockets/i.test(output))
    return { next: "other-port" };
  if (/could not resize shared memory|out of memory|Cannot allocate memory/i.test(output))
    return giveUp(
      "PostgreSQL did not get the memory it needs (about 100 MB).",
      `Close something, raise the memory limit (in Docker also --shm-size), ${ownDatabase}`,
    );
  if (/No space left on device|Disk quota exceeded/i.test(output))
    return giveUp(
      `The disk that holds the database in ${clusterDirectory} is full.`,
      "Free some space, or set BESUNNY_DATA_DIR to a directory on another disk, and start again; nothing is lost.",
    );
  if (/incompatible with server|was initialized by PostgreSQL version/i.test(output))
    return giveUp(
      `The database in ${clusterDirectory} was made by another major version of PostgreSQL.`,
      `Start it once with the BeSunny that made it and export it with pg_dump, ${ownDatabase}`,
    );
  if (
    /Permission denied|Operation not permitted|has wrong ownership|has invalid permissions/i.test(
      output,
    )
  )
    return giveUp(
      `PostgreSQL may not use ${clusterDirectory}: ${lastComplaint(output)}.`,
      `Give that directory to the user who starts BeSunny, set BESUNNY_DATA_DIR to another, ${ownDatabase}`,
    );
  if (
    /lock file "postmaster\.pid"|pre-existing shared memory|starting up|shutting down|in recovery/i.test(
      output,
    )
  )
    return { next: "wait" };
  return giveUp(
    `PostgreSQL did not start: ${lastComplaint(output)}.`,
    `Its log is ${logPath}. Mend what it names and start again, ${ownDatabase}`,
  );
}

function lastComplaint(output: string): string {
  const complaints = output.match(/(?:FATAL|PANIC|ERROR|initdb: error|error):\s+.*/g);
  const words = complaints?.at(-1) ?? output.trim().split("\n").at(-1) ?? "";
  return words.replace(/^\w[\w: ]*?:\s+/, "").replace(/\.$/, "") || "it gave no reason";
}
