import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { databaseWatch } from "./database.mjs";

let dataDirectory;
let watch;
const started = [];

beforeEach(() => {
  dataDirectory = mkdtempSync(join(tmpdir(), "besunny-watch-"));
});

afterEach(async () => {
  await watch?.stop();
  for (const child of started.splice(0)) child.kill("SIGKILL");
  rmSync(dataDirectory, { recursive: true });
});

/** Something that lives under the number that PostgreSQL's pid file names. */
function aPostmaster(port = 15432) {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  started.push(child);
  writeFileSync(join(dataDirectory, "postmaster.pid"), `${child.pid}\n`);
  writeFileSync(
    join(dataDirectory, "secrets.json"),
    JSON.stringify({ postgresDirectory: dataDirectory, postgresPort: port }),
  );
  return child;
}

function watching(startAgain) {
  const heard = { said: [], moved: 0, hopeless: [], starts: 0 };
  watch = databaseWatch({
    dataDirectory,
    startAgain: async () => {
      heard.starts += 1;
      return startAgain(heard.starts);
    },
    onHopeless: (error) => heard.hopeless.push(error),
    onMoved: () => {
      heard.moved += 1;
    },
    tell: (line) => heard.said.push(line),
    everyMs: 10,
    pauseMs: 1,
  });
  watch.begin();
  return heard;
}

const ok = { code: 0, output: "" };

test("a postmaster that was killed is started again, and so is the next one", async () => {
  const first = aPostmaster();
  const heard = watching(() => {
    aPostmaster();
    return ok;
  });

  first.kill("SIGKILL");
  await vi.waitFor(() => expect(heard.starts).toBe(1));
  expect(heard.said[0]).toBe("PostgreSQL ended; starting it again");
  await vi.waitFor(() => expect(heard.said).toHaveLength(2));
  started.at(-1).kill("SIGKILL");
  await vi.waitFor(() => expect(heard.starts).toBe(2));
  expect([heard.moved, heard.hopeless]).toEqual([0, []]);
});

test("whoever holds the old address hears of another port", async () => {
  const first = aPostmaster(15432);
  const heard = watching(() => {
    aPostmaster(15433);
    return ok;
  });

  first.kill("SIGKILL");
  await vi.waitFor(() => expect(heard.moved).toBe(1));
});

test("one that cannot be started is tried a few times, and then told with PostgreSQL's own words", async () => {
  const first = aPostmaster();
  const heard = watching(() => ({ code: 1, output: "The disk is full." }));

  first.kill("SIGKILL");
  await vi.waitFor(() => expect(heard.hopeless).toHaveLength(1));
  expect(heard.starts).toBe(6);
  expect(heard.hopeless[0]).toMatchObject({
    name: "Obstacle",
    message: expect.stringMatching(/The disk is full/),
  });
});

test("one that is stopped on purpose stays stopped", async () => {
  const first = aPostmaster();
  const heard = watching(() => ok);
  await watch.stop();

  first.kill("SIGKILL");
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(heard).toMatchObject({ starts: 0, said: [] });
});
