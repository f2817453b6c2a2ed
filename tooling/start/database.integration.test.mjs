import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { run } from "./command.mjs";
import { databaseWatch, postmasterOf } from "./database.mjs";
import { environment, node24 } from "./place.mjs";

let dataDirectory;
let watch;

beforeEach(() => {
  dataDirectory = mkdtempSync(join(tmpdir(), "besunny-watched-"));
  chmodSync(dataDirectory, 0o711);
});

afterEach(async () => {
  await watch?.stop();
  await besunny("stop-database");
  const { postgresDirectory } = secrets();
  rmSync(postgresDirectory, { recursive: true, force: true });
  rmSync(dataDirectory, { recursive: true });
});

function besunny(verb) {
  return run(node24, ["--import", "tsx", "apps/cli/src/main.ts", verb], {
    env: environment({ BESUNNY_DATA_DIR: dataDirectory, DATABASE_URL: "" }),
  });
}

function secrets() {
  return JSON.parse(readFileSync(join(dataDirectory, "secrets.json"), "utf8"));
}

async function query(sql) {
  const { ownerPassword: password, postgresPort: port } = secrets();
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: "besunny_owner",
    password,
    database: "besunny",
  });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("PostgreSQL comes back after kill -9 by itself, with all that was committed", async () => {
  expect(await besunny("start-database")).toMatchObject({ code: 0 });
  await query("create table kept as select 1 as value");
  const said = [];
  const hopeless = [];
  watch = databaseWatch({
    dataDirectory,
    startAgain: () => besunny("start-database"),
    onHopeless: (error) => hopeless.push(error),
    tell: (line) => said.push(line),
    everyMs: 50,
  });
  watch.begin();

  const killed = postmasterOf(dataDirectory);
  process.kill(killed.pid, "SIGKILL");

  await vi.waitFor(() => expect(said).toHaveLength(2), { timeout: 50_000, interval: 100 });
  expect(said).toEqual([
    "PostgreSQL ended; starting it again",
    expect.stringMatching(/runs again on port \d+/),
  ]);
  expect(hopeless).toEqual([]);
  expect(postmasterOf(dataDirectory).pid).not.toBe(killed.pid);
  expect(await query("select value from kept")).toEqual([{ value: 1 }]);
});
