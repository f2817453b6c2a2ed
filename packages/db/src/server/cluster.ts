import { spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { errorCode } from "@besunny/sql/error-code";
import { PreparationError } from "@besunny/sql/preparation-error";
import { type Binaries, packagedBinaries, reachableBinaries } from "./binaries";
import { makeDirectory } from "./make-directory";
import { readSecrets, updateSecrets } from "./secrets";
import { understandFailure } from "./server-failure";
import { asUser, mayReach, type ServerUser, serverUser } from "./server-user";

/** The place of one PostgreSQL cluster: its files, its user and its programs. */
export type Cluster = { directory: string; logPath: string; user: ServerUser; binaries: Binaries };

/** A directory that every user can enter, for files that must not be in a closed home. */
const refuge = "/var/lib/besunny";

type Placement = { dataDirectory: string; log: (message: string) => void };

/**
 * Chooses the directory of the cluster and stores the choice. The directory is in the data directory. If root's PostgreSQL user cannot
 * enter it (a closed home), the directory is below /var/lib/besunny.
 */
export async function placeCluster({ dataDirectory, log }: Placement): Promise<Cluster> {
  const secrets = await readSecrets({ dataDirectory });
  const preferred = secrets?.postgresDirectory ?? join(dataDirectory, "postgres");
  const user = serverUser(preferred);
  const isReachable = user.uid === undefined || mayReach(user, existingParent(preferred), ["-x"]);
  const directory = isReachable ? preferred : join(refuge, shortHash(dataDirectory), "postgres");

  await ensureParent(directory);
  const binaries = reachableBinaries(packagedBinaries(), user, refuge);
  if (directory !== preferred)
    log(
      `The folder ${dataDirectory} is closed to PostgreSQL's user ${user.name}; the database is kept in ${directory}.`,
    );
  if (directory !== secrets?.postgresDirectory)
    await updateSecrets({ dataDirectory }, { postgresDirectory: directory });
  return { directory, logPath: join(directory, "server.log"), user, binaries };
}

/** Creates the cluster's files if there are none. They appear in full or not at all, even if a process is killed meanwhile. */
export async function initialiseCluster(cluster: Cluster, password: string): Promise<void> {
  if (existsSync(join(cluster.directory, "PG_VERSION"))) return;

  const draft = `${cluster.directory}.${randomUUID()}`;
  const passwordFile = `${draft}.password`;
  try {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    handOver(cluster.user, [draft, passwordFile]);
    await initdb(cluster, draft, passwordFile);
    renameSync(draft, cluster.directory);
  } catch (error) {
    const someoneElseWasFirst = existsSync(join(cluster.directory, "PG_VERSION"));
    if (!someoneElseWasFirst) throw explained(error, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

async function initdb(cluster: Cluster, directory: string, passwordFile: string): Promise<void> {
  const { exitCode, output } = await runProgram(cluster, cluster.binaries.initdb, [
    `--pgdata=${directory}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=libc",
    "--locale=C.UTF-8",
    "--no-instructions",
  ]);
  if (exitCode !== 0) throw new Error(output);
}

/** Runs one of PostgreSQL's programs as the cluster's user, in a plain environment; `output` joins both streams. */
export function runProgram(
  { user }: Cluster,
  program: string,
  parameters: readonly string[],
): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...parameters], {
      ...asUser(user),
      cwd: "/",
      env: plainEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString("utf8");
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    // The event is "exit", not "close": a server started by pg_ctl inherits the streams and keeps them open.
    child.once("exit", (exitCode) => resolve({ exitCode: exitCode ?? 1, output }));
  });
}

/** The PG* variables of the person's own PostgreSQL must not reach ours. Messages must be English, because they are parsed. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C", TZ: "UTC", NODE_ENV: "production" };
}

function existingParent(path: string): string {
  const parent = dirname(path);
  return existsSync(parent) || parent === path ? parent : existingParent(parent);
}

async function ensureParent(directory: string): Promise<void> {
  const parent = dirname(directory);
  try {
    await makeDirectory(parent, 0o711);
  } catch (error) {
    throw new PreparationError(
      `${parent} cannot be made (${errorCode(error)}).`,
      "Set BESUNNY_DATA_DIR to a directory that the user who starts BeSunny may write.",
      { cause: error },
    );
  }
}

function handOver({ uid, gid }: ServerUser, paths: readonly string[]): void {
  if (uid === undefined || gid === undefined) return;
  for (const path of paths) chownSync(path, uid, gid);
}

function explained(error: unknown, { directory, logPath }: Cluster): unknown {
  const output = error instanceof Error ? error.message : String(error);
  const failure = understandFailure({ output, clusterDirectory: directory, logPath });
  return failure.next === "give-up" ? failure.error : error;
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
