import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { service } from "./services.mjs";

let home;
let server;
let answers;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "besunny-service-"));
  server = createServer((request, response) => {
    const [status, body] = request.url === "/readyz" ? answers() : [200, { status: "ok" }];
    response.writeHead(status).end(JSON.stringify(body));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(home, { recursive: true });
});

const aService = () =>
  service({
    name: "web",
    port: server.address().port,
    logDirectory: home,
    record: { note() {} },
    onHopeless() {},
    settlingMs: 400,
  });

test("a program has started once the database answers it, not when its process does", async () => {
  let asked = 0;
  answers = () => {
    asked += 1;
    if (asked === 1) return [503, { checks: {} }];
    if (asked === 2) return [503, { checks: { database: { state: "away" } } }];
    return [200, { checks: { database: { state: "ok" } } }];
  };

  expect(await aService().healthy()).toEqual([]);
  expect(asked).toBe(3);
});

test("what needs a moment longer than the program gets it", async () => {
  let asked = 0;
  answers = () => {
    asked += 1;
    const index = { isNeeded: true, state: asked < 3 ? "away" : "ok" };
    return [200, { checks: { database: { state: "ok" }, index } }];
  };

  expect(await aService().healthy()).toEqual([]);
  expect(asked).toBe(3);
});

test("what else is away does not hold the start up, and is named", async () => {
  answers = () => [
    503,
    {
      checks: {
        database: { state: "ok" },
        index: { state: "away", isNeeded: true },
        redis: { state: "away" },
        disk: { state: "full" },
      },
    },
  ];

  expect(await aService().healthy()).toEqual(["index", "redis"]);
});
