import { expect, test } from "vitest";

import { aJobAcross, aPlatformContext } from "../../../test/contexts";
import type { System } from "../../system";
import { listPlatformAudit } from "../list-platform-audit";
import { getDiskUsage } from "./get-disk-usage";
import { getSystem } from "./get-system";
import { testDependency } from "./test-dependency";

const system: System = {
  engines: async () => [
    { name: "mail", engine: "smtp", version: null },
    { name: "redis", engine: null, version: null },
  ],
  test: async (name) =>
    name === "mail"
      ? { isOk: true, finding: "the server let BeSunny in", tookMs: 12 }
      : { isOk: false, problem: "REDIS_URL is not set", tookMs: 1 },
  settings: () => [
    { name: "AUTH_SECRET", value: null, source: "generated", isSecret: true },
    { name: "WEB_PORT", value: "3000", source: "default", isSecret: false },
  ],
  sizes: async () => ({
    countedAt: new Date("2026-03-01"),
    parts: [{ name: "files", bytes: 7 }],
  }),
  releases: () => ({ product: "0.1.0", node: "24", parts: [] }),
};
const ofDependency = async (name: string) =>
  (await getSystem(aPlatformContext({ system }), {})).dependencies.find(
    (each) => each.name === name,
  );

test("a test is kept, and a failure leaves the time of the last success", async () => {
  const at = (day: string) =>
    aPlatformContext({ system, clock: () => new Date(`2026-03-${day}T00:00:00Z`) });
  const passed = await testDependency(at("01"), { name: "mail" });
  expect(passed).toMatchObject({ isOk: true, finding: "the server let BeSunny in", tookMs: 12 });

  const away: System = {
    ...system,
    test: async () => ({ isOk: false, problem: "Nobody answered", tookMs: 30_000 }),
  };
  await testDependency({ ...at("02"), system: away }, { name: "mail" });
  expect(await ofDependency("mail")).toMatchObject({
    engine: "smtp",
    last: { isOk: false, problem: "Nobody answered", finding: null },
    succeededAt: new Date("2026-03-01T00:00:00Z"),
  });
});

test("what is not set up fails its test with a reason, and the page goes on", async () => {
  const failed = await testDependency(aPlatformContext({ system }), { name: "redis" });
  expect(failed).toMatchObject({ isOk: false, problem: "REDIS_URL is not set" });
  expect(await ofDependency("redis")).toMatchObject({ engine: null });
});

test("the page shows migrations, settings and sizes", async () => {
  const state = await getSystem(aPlatformContext({ system }), {});
  expect(state.migrations.count).toBeGreaterThan(40);
  expect(state.migrations.last).toMatch(/^\d{14}_/);
  expect(state.settings).toHaveLength(2);

  const disk = { free: async () => ({ freeBytes: 5_000_000_000, totalBytes: 9_000_000_000 }) };
  const usage = await getDiskUsage(aPlatformContext({ system, disk }), {});
  expect(usage).toMatchObject({ state: "ok", parts: [{ name: "files", bytes: 7 }] });
  expect(usage.databaseBytes).toBeGreaterThan(1_000_000);
});

test("only platform admins look and test, and both leave a row with who did it", async () => {
  const admin = aPlatformContext({ system, traceId: crypto.randomUUID() });
  await getSystem(admin, {});
  await testDependency(admin, { name: "mail" });
  const { items } = await listPlatformAudit(aPlatformContext(), { limit: 20 });
  const rows = items.filter(({ traceId }) => traceId === admin.traceId);
  expect(rows.map(({ operation, actor }) => [operation, actor.id])).toEqual([
    ["platform.test-dependency", "usr_admin"],
    ["platform.get-system", "usr_admin"],
  ]);

  const job = aJobAcross({ system }, "run-schedule");
  await expect(getSystem(job, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(testDependency(job, { name: "mail" })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
