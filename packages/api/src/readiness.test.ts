import type { HealthReport } from "@besunny/core/health";
import { expect, test } from "vitest";

import { createHandlers } from "./handlers";
import { answerLiveness, answerReadiness } from "./readiness";

const report = (isReady: boolean): HealthReport => ({
  isReady,
  checks: {
    database: {
      state: isReady ? "ok" : "away",
      isNeeded: true,
      lastOkAt: "2026-01-01T00:00:00.000Z",
      ageSeconds: 3,
    },
  },
});

const answer = async (isReady: boolean) => {
  const response = await answerReadiness(async () => async () => report(isReady));
  return { status: response.status, body: await response.json() };
};

test("it is ready when everything it needs answers, and says how each goes", async () => {
  expect(await answer(true)).toEqual({
    status: 200,
    body: { status: "ready", checks: report(true).checks },
  });
});

test("nobody is sent to it while something that it needs is away", async () => {
  expect(await answer(false)).toMatchObject({
    status: 503,
    body: { status: "not ready", checks: { database: { state: "away", ageSeconds: 3 } } },
  });
});

test("a process that cannot even begin lives, and is not ready", async () => {
  const handlers = createHandlers(
    async () => {
      throw new Error("the secrets cannot be read");
    },
    { app: "web" },
  );

  expect(handlers.health().status).toBe(200);
  const response = await handlers.readiness();
  expect(response.status).toBe(503);
  expect(await response.text()).not.toMatch(/secrets/);
});

test("neither answer is kept by anybody on the way", async () => {
  expect(answerLiveness().headers.get("cache-control")).toBe("no-store");
  const response = await answerReadiness(async () => async () => report(true));
  expect(response.headers.get("cache-control")).toBe("no-store");
});
