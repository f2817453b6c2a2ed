import { closeSync, openSync, readSync, statSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { errorCode } from "@besunny/sql/error-code";

import { inUtc } from "@besunny/sql/in-utc";
import { PreparationError } from "@besunny/sql/preparation-error";
import pg from "pg";
import { type Cluster, initialiseCluster, placeCluster, runProgram } from "./cluster";
import { findPostmaster } from "./postmaster";
import { ensureSecrets, readSecrets, updateSecrets } from "./secrets";
import { understandFailure } from "./server-failure";

/** A running cluster on 127.0.0.1, with the URL of the database `besunny` for its owner and for the cluster's superuser. */
export type RunningPostgres = {
  url: string;
  superuserUrl: string;
  port: number;
  startedByUs: boolean;
};

type Options = {
  /** BeSunny's data directory. The cluster is in it, or at the place that `log` reports. */
  dataDirectory: string;
  /** The port to try first. Default: the last one used. If the port is busy, another is used. */
  port?: number;
  log?: (message: string) => void;
  /** Server settings besides our own, as in `postgresql.conf`. */
  settings?: Readonly<Record<string, string>>;
};

const patienceMs = 60_000;
const logLimitBytes = 5_000_000;
const superuser = "postgres";
/** Not a superuser, so row-level security binds the tables' owner too. */
const owner = "besunny_owner";
const database = "besunny";

/** Small enough for a laptop that also runs the models. The server listens only on this machine. */
const ownSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "64MB",
  maintenance_work_mem: "64MB",
  max_wal_size: "512MB",
  timezone: "UTC",
  log_timezone: "UTC",
};

/**
 * Starts PostgreSQL 18 for the data directory, or finds it running. The server is a separate process that outlives the one that started
 * it. Throws `PreparationError`, with the remedy, if the server cannot run.
 */
export async function startEmbeddedPostgres(options: Options): Promise<RunningPostgres> {
  const { dataDirectory, log = () => {} } = options;
  const secrets = await ensureSecrets({ dataDirectory });
  const cluster = await placeCluster({ dataDirectory, log });
  await initialiseCluster(cluster, secrets.postgresPassword);

  const running = await run(cluster, {
    port: options.port ?? secrets.postgresPort,
    password: secrets.postgresPassword,
    settings: { ...ownSettings, ...options.settings },
    log,
  });
  if (running.port !== secrets.postgresPort)
    await updateSecrets({ dataDirectory }, { postgresPort: running.port });
  const { port } = running;
  const asSuperuser = { user: superuser, password: secrets.postgresPassword, port };
  await ensureDatabase(urlOf({ ...asSuperuser, database: superuser }), secrets.ownerPassword);
  return {
    ...running,
    url: urlOf({ user: owner, password: secrets.ownerPassword, port, database }),
    superuserUrl: urlOf({ ...asSuperuser, database }),
  };
}

type Address = { user: string; password: string; port: number; database: string };

function urlOf({ user, password, port, database: name }: Address): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;
}

/** Stops the cluster if it runs. `fast` ends sessions cleanly; `immediate` leaves recovery to the next start. */
export async function stopEmbeddedPostgres({
  dataDirectory,
  mode = "fast",
}: {
  dataDirectory: string;
  mode?: "smart" | "fast" | "immediate";
}): Promise<void> {
  if (!(await isRunning({ dataDirectory }))) return;

  const cluster = await placeCluster({ dataDirectory, log: () => {} });
  const { exitCode, output } = await runProgram(cluster, cluster.binaries.pgCtl, [
    "stop",
    `--pgdata=${cluster.directory}`,
    `--mode=${mode}`,
    "--wait",
    "--timeout=60",
    "--silent",
  ]);
  if (exitCode !== 0 && findPostmaster(cluster.directory))
    throw new PreparationError(
      `PostgreSQL did not stop within a minute: ${output.trim()}`,
      `Its process is the first line of ${cluster.directory}/postmaster.pid.`,
    );
}

/** Returns true if a server runs on the cluster of this data directory. */
export async function isRunning({ dataDirectory }: { dataDirectory: string }): Promise<boolean> {
  const secrets = await readSecrets({ dataDirectory });
  return secrets?.postgresDirectory ? findPostmaster(secrets.postgresDirectory) !== null : false;
}

type Run = {
  port: number;
  password: string;
  settings: Readonly<Record<string, string>>;
  log: (message: string) => void;
};

async function run(cluster: Cluster, { port, password, settings, log }: Run) {
  const deadline = Date.now() + patienceMs;
  let candidate = port;
  let startedByUs = false;
  let toldToWait = false;

  for (;;) {
    const postmaster = findPostmaster(cluster.directory);
    if (postmaster && (await answers(cluster, password, postmaster.port)))
      return { port: postmaster.port, startedByUs };

    if (!postmaster) {
      candidate = await freePort(candidate);
      const failure = await launch(cluster, candidate, settings);
      if (failure === null) startedByUs = true;
      else if (failure.next === "give-up") throw failure.error;
      else if (failure.next === "other-port") candidate += 1;
      if (failure === null || failure.next === "other-port") continue;
    }

    if (Date.now() > deadline) throw tookTooLong(cluster);
    if (!toldToWait) log("The database is recovering from an abrupt end; waiting for it.");
    toldToWait = true;
    await sleep(500);
  }
}

async function launch(cluster: Cluster, port: number, settings: Readonly<Record<string, string>>) {
  trimLog(cluster.logPath);
  const logFrom = sizeOf(cluster.logPath);
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const { exitCode, output } = await runProgram(cluster, cluster.binaries.pgCtl, [
    "start",
    `--pgdata=${cluster.directory}`,
    `--log=${cluster.logPath}`,
    `--options=-p ${port} ${flags.join(" ")}`,
    "--wait",
    "--timeout=60",
    "--silent",
  ]);
  if (exitCode === 0) return null;
  return understandFailure({
    output: `${output}\n${readFrom(cluster.logPath, logFrom)}`,
    clusterDirectory: cluster.directory,
    logPath: cluster.logPath,
  });
}

/** Returns false while the server is still starting. Throws if it will never accept the connection. */
async function answers(cluster: Cluster, password: string, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: inUtc(urlOf({ user: superuser, password, port, database: superuser })),
    connectionTimeoutMillis: 5000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (errorCode(error) === "28P01")
      throw new PreparationError(
        `The password in secrets.json is not that of the database in ${cluster.directory}.`,
        "Restore the secrets.json that belongs to it, or move both away to begin with nothing.",
        { cause: error },
      );
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function ensureDatabase(url: string, ownerPassword: string): Promise<void> {
  const client = new pg.Client({ connectionString: inUtc(url) });
  await client.connect();
  try {
    const exists = async (query: string, name: string) =>
      Boolean((await client.query(query, [name])).rowCount);
    // If several processes start at once, one creates role and database. The lock ends with the connection.
    await client.query("select pg_advisory_lock(72707370)");
    if (!(await exists("select from pg_roles where rolname = $1", owner)))
      await client.query(
        `create role ${owner} login createrole createdb password ${pg.escapeLiteral(ownerPassword)}`,
      );
    if (!(await exists("select from pg_database where datname = $1", database)))
      await client.query(`create database ${database} owner ${owner}`);
  } finally {
    await client.end();
  }
}

async function freePort(from: number): Promise<number> {
  for (let port = from; port < from + 200; port += 1) if (await isFree(port)) return port;
  throw new PreparationError(
    `No port from ${from} to ${from + 199} is free for PostgreSQL.`,
    "End some of the programs that listen there, or set DATABASE_URL to a PostgreSQL of your own.",
  );
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function trimLog(path: string): void {
  if (sizeOf(path) > logLimitBytes) truncateSync(path);
}

function readFrom(path: string, position: number): string {
  const length = Math.min(Math.max(sizeOf(path) - position, 0), 100_000);
  if (length === 0) return "";
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(length);
    readSync(file, buffer, 0, length, position);
    return buffer.toString("utf8");
  } finally {
    closeSync(file);
  }
}

function tookTooLong({ directory, logPath }: Cluster): PreparationError {
  return new PreparationError(
    `The database in ${directory} is not ready after a minute.`,
    `It may still be recovering: try again in a while. Its log is ${logPath}.`,
  );
}
