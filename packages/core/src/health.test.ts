import { expect, test } from "vitest";

import { createHealth, type Probe } from "./health";

function given(probes: Partial<Probe>[], patienceMs = 20) {
  let now = Date.parse("2026-01-01T00:00:00Z");
  const lines: string[] = [];
  const say = (_: object, message: string) => void lines.push(message);
  const health = createHealth(
    probes.map((probe, index) => ({
      name: `p${index}`,
      isNeeded: true,
      look: async () => ({}),
      ...probe,
    })),
    { clock: () => new Date(now), log: { info: say, warn: say, error: say }, patienceMs },
  );
  const later = (seconds: number) => {
    now += seconds * 1000;
  };
  return { health, lines, later };
}

const gone = async () => {
  throw new Error("connection refused");
};

test("everything that answers is ready", async () => {
  const { health } = given([{ name: "database" }, { name: "redis", isNeeded: false }]);

  expect(await health()).toEqual({
    isReady: true,
    checks: {
      database: {
        state: "ok",
        isNeeded: true,
        lastOkAt: "2026-01-01T00:00:00.000Z",
        ageSeconds: 0,
      },
      redis: { state: "ok", isNeeded: false, lastOkAt: "2026-01-01T00:00:00.000Z", ageSeconds: 0 },
    },
  });
});

test("what is needed and away makes it not ready; what can be done without does not", async () => {
  expect(await given([{ look: gone }]).health()).toMatchObject({
    isReady: false,
    checks: { p0: { state: "away", lastOkAt: null, ageSeconds: null } },
  });
  expect((await given([{ look: gone, isNeeded: false }]).health()).isReady).toBe(true);
});

test("a full disk or a late queue is told, and is no reason to send people elsewhere", async () => {
  const full = { state: "full", details: { freeBytes: 5 } } as const;
  const { health } = given([{ look: async () => full }]);

  expect(await health()).toMatchObject({ isReady: true, checks: { p0: full } });
});

test("what never answers is away, and is not asked a second time beside itself", async () => {
  let asked = 0;
  const look = () => {
    asked += 1;
    return new Promise<never>(() => undefined);
  };
  const { health, later } = given([{ look }]);

  expect((await health()).isReady).toBe(false);
  later(5);
  expect((await health()).isReady).toBe(false);
  expect(asked).toBe(1);
});

test("it says how long ago something answered, and logs its going and its coming once each", async () => {
  let isAway = false;
  const look = async () => (isAway ? gone() : {});
  const { health, lines, later } = given([{ look }]);
  await health();

  isAway = true;
  for (let tries = 0; tries < 3; tries += 1) {
    later(30);
    await health();
  }
  later(30);
  expect((await health()).checks.p0).toMatchObject({ state: "away", ageSeconds: 120 });
  isAway = false;
  later(30);
  expect((await health()).checks.p0).toMatchObject({ state: "ok", ageSeconds: 0 });
  expect(lines).toEqual(["a dependency does not answer", "a dependency answers again"]);
});

test("many who ask at once are told what one of them found", async () => {
  let asked = 0;
  const { health, later } = given([{ look: async () => ({ details: { asked: ++asked } }) }]);

  await Promise.all([health(), health(), health()]);
  expect(asked).toBe(1);
  later(2);
  await health();
  expect(asked).toBe(2);
});
