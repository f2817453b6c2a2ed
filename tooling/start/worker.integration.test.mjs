import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { run } from "./command.mjs";
import { environment, node24 } from "./place.mjs";
import { freePorts } from "./ports.mjs";

// The worker and the database are real processes, on machines that may be busy.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });
const patiently = { timeout: 200_000, interval: 100 };
let dataDirectory;
let port;
let superuser;
let worker;
const started = [];

beforeAll(async () => {
  dataDirectory = mkdtempSync(join(tmpdir(), "besunny-worker-"));
  chmodSync(dataDirectory, 0o711);
  ({ worker: port } = await freePorts(["worker"], 4700));
  expect(await besunny("migrate")).toMatchObject({ code: 0 });
  const { postgresPassword: password, postgresPort } = secrets();
  const address = { host: "127.0.0.1", port: postgresPort, database: "besunny" };
  superuser = new pg.Client({ ...address, user: "postgres", password });
  superuser.on("error", () => {});
  await superuser.connect();
  await leaveEvent("evt_before");
  worker = startWorker();
});

afterAll(async () => {
  for (const { child } of started) child.kill("SIGKILL");
  await superuser?.end();
  await besunny("stop-database");
  rmSync(secrets().postgresDirectory, { recursive: true, force: true });
  rmSync(dataDirectory, { recursive: true });
});

function surroundings() {
  return environment({
    BESUNNY_DATA_DIR: dataDirectory,
    DATABASE_URL: "",
    NODE_ENV: "development",
    WORKER_PORT: String(port),
  });
}

function besunny(verb) {
  const parameters = ["--import", "tsx", "apps/cli/src/main.ts", verb];
  return run(node24, parameters, { env: surroundings() });
}

function secrets() {
  return JSON.parse(readFileSync(join(dataDirectory, "secrets.json"), "utf8"));
}

function startWorker() {
  const child = spawn(node24, ["--import", "tsx", "apps/worker/src/main.ts"], {
    env: surroundings(),
    stdio: ["ignore", "ignore", "pipe"],
  });
  const run = { child, ended: once(child, "exit"), errors: "" };
  child.stderr.setEncoding("utf8").on("data", (text) => {
    run.errors += text;
  });
  started.push(run);
  return run;
}

async function leaveEvent(id) {
  const sql = "insert into outbox (id, name, data) values ($1, 'test/unheard-of', '{}')";
  await superuser.query(sql, [id]);
}

async function ask(path) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
  return { status: response?.status ?? 0, text: (await response?.text()) ?? "" };
}

async function ready() {
  await expect.poll(async () => (await ask("/readyz")).status, patiently).toBe(200);
}

function childrenOf(pid) {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
  return text.trim().split(" ").filter(Boolean).map(Number);
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("the worker is ready once all that it works with answers, and keeps every event of the outbox in its queue", async () => {
  await ready();

  const { checks } = JSON.parse((await ask("/readyz")).text);
  const needed = ["database", "disk", "files", "index", "outbox", "queue"];
  expect(Object.keys(checks).sort()).toEqual([...needed, "libreoffice"].sort());
  expect(checks.libreoffice.state).toMatch(/^(ok|replaced)$/);
  for (const name of needed) expect(checks[name]).toMatchObject({ state: "ok" });

  const metrics = (await ask("/metrics")).text;
  for (const name of ["besunny_index_documents", "besunny_runs_queued"])
    expect(metrics).toMatch(new RegExp(`^${name} 0$`, "m"));
  expect((await ask("/api/inngest")).status).toBe(404);

  await leaveEvent("evt_after");
  const unsent = "select id from outbox where sent_at is null";
  await expect.poll(async () => (await superuser.query(unsent)).rows, patiently).toEqual([]);
  const kept = "select count(*)::int as n from engine.event where name = 'test/unheard-of'";
  expect((await superuser.query(kept)).rows).toEqual([{ n: 2 }]);
});

test.skipIf(process.platform !== "linux")(
  "a worker that is told to end leaves nothing running and says that all went well",
  async () => {
    await vi.waitFor(() => expect(childrenOf(worker.child.pid)).not.toEqual([]), patiently);
    const children = childrenOf(worker.child.pid);

    worker.child.kill("SIGTERM");
    expect(await worker.ended).toEqual([0, null]);
    await expect.poll(() => children.filter(isAlive), patiently).toEqual([]);
    const left = "select count(*)::int as n from pg_stat_activity where usename like 'besunny_%'";
    await expect
      .poll(async () => (await superuser.query(left)).rows, patiently)
      .toEqual([{ n: 0 }]);
  },
);

test("a worker whose port is taken ends, and names the port", async () => {
  const occupant = createServer();
  await new Promise((resolve) => occupant.listen(port, "127.0.0.1", resolve));
  try {
    const late = startWorker();
    const [code] = await late.ended;
    expect(code).not.toBe(0);
    expect(late.errors).toContain(String(port));
  } finally {
    occupant.close();
  }
});
