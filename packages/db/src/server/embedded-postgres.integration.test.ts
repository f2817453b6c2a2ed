import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { queryOnce } from "../../test/fresh-database";
import { isRunning, startEmbeddedPostgres, stopEmbeddedPostgres } from "./embedded-postgres";
import { readSecrets, updateSecrets } from "./secrets";

let dataDirectory: string;

beforeEach(() => {
  dataDirectory = mkdtempSync(join(tmpdir(), "besunny-cluster-"));
  chmodSync(dataDirectory, 0o711);
});

afterEach(async () => {
  await stopEmbeddedPostgres({ dataDirectory, mode: "immediate" });
  const secrets = await readSecrets({ dataDirectory }).catch(() => null);
  if (secrets?.postgresDirectory)
    rmSync(secrets.postgresDirectory, { recursive: true, force: true });
  rmSync(dataDirectory, { recursive: true });
});

const start = () => startEmbeddedPostgres({ dataDirectory });

async function clusterFile(name: string): Promise<string> {
  return join((await readSecrets({ dataDirectory }))?.postgresDirectory ?? "", name);
}

async function postmasterPid(): Promise<number> {
  return Number.parseInt(readFileSync(await clusterFile("postmaster.pid"), "utf8"), 10);
}

function occupy(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(port, "127.0.0.1", () => resolve(server));
  });
}

test("it serves PostgreSQL 18 in UTF-8 to an owner who is no superuser, and is found running", async () => {
  const first = await start();
  const second = await start();

  expect(first.startedByUs).toBe(true);
  expect(second).toEqual({ ...first, startedByUs: false });
  expect(
    await queryOnce(
      first.url,
      `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding,
              current_setting('listen_addresses') as addresses, lower('ÄÖÜ') as lowered, rolsuper
       from pg_roles where rolname = current_user`,
    ),
  ).toEqual([
    { version: 18, encoding: "UTF8", addresses: "127.0.0.1", lowered: "äöü", rolsuper: false },
  ]);
});

test("it is made once when several processes start it at the same time", async () => {
  const servers = await Promise.all([start(), start(), start()]);

  expect(new Set(servers.map(({ url }) => url)).size).toBe(1);
});

test("it stops, and keeps what was written", async () => {
  const { url } = await start();
  await queryOnce(url, "create table kept as select 1 as value");
  await stopEmbeddedPostgres({ dataDirectory });

  expect(await isRunning({ dataDirectory })).toBe(false);
  const again = await start();
  expect(await queryOnce(again.url, "select value from kept")).toEqual([{ value: 1 }]);
});

test("it comes back after kill -9 with everything that was committed", async () => {
  const { url } = await start();
  await queryOnce(url, "create table kept as select 1 as value");
  process.kill(await postmasterPid(), "SIGKILL");

  const again = await start();
  expect(again.startedByUs).toBe(true);
  expect(await queryOnce(again.url, "select value from kept")).toEqual([{ value: 1 }]);
});

test("it starts though its pid file names a process that is now another program", async () => {
  await start();
  const pidFile = await clusterFile("postmaster.pid");
  const left = readFileSync(pidFile, "utf8").replace(/^\d+/, String(process.pid));
  await stopEmbeddedPostgres({ dataDirectory });
  writeFileSync(pidFile, left);

  expect(await isRunning({ dataDirectory })).toBe(false);
  expect((await start()).startedByUs).toBe(true);
});

test("it moves to another port when its own is taken, and stays there", async () => {
  const { port } = await start();
  await stopEmbeddedPostgres({ dataDirectory });
  const occupant = await occupy(port);
  try {
    const moved = await start();
    expect(moved.port).not.toBe(port);
    expect((await readSecrets({ dataDirectory }))?.postgresPort).toBe(moved.port);
  } finally {
    occupant.close();
  }
});

test("it does not begin anew beside data whose password is lost", async () => {
  await start();
  await updateSecrets({ dataDirectory }, { postgresPassword: "another" });

  await expect(start()).rejects.toThrow(/not that of the database.*Restore/);
});

test("it leaves nothing half made when initdb is cut short", async () => {
  writeFileSync(join(dataDirectory, "postgres"), "a file where the cluster should be");

  await expect(start()).rejects.toThrow(/./);
  rmSync(join(dataDirectory, "postgres"));
  expect((await start()).startedByUs).toBe(true);
  expect(existsSync(await clusterFile("PG_VERSION"))).toBe(true);
});
