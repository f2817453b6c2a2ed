import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase, queryOnce } from "../../test/fresh-database";
import { createDatabase } from "../database";
import { newId } from "../ids";

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let database: ReturnType<typeof createDatabase>;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = createDatabase({
    app: fresh.appUrl,
    identity: fresh.identityUrl,
    platform: fresh.platformUrl,
  });
});
afterAll(async () => {
  await database?.close();
  await fresh?.drop();
});

async function aWorkspace(limits: Record<string, number> = {}): Promise<string> {
  const id = newId("ws");
  await queryOnce(fresh.superuserUrl, "insert into workspaces (id, name) values ($1, 'Acme')", [
    id,
  ]);
  for (const [meter, hard] of Object.entries(limits))
    await database.platform.plans.setLimit(id, meter, { soft: null, hard }, new Date());
  return id;
}

const at = new Date("2030-05-10T10:00:00Z");
const until = new Date("2030-05-10T10:15:00Z");
const scoped = (workspaceId: string) => ({ workspaceId, principals: ["all"] });
const hold = (workspaceId: string, subject: string, quantity: number, when = at) =>
  database.write(scoped(workspaceId), ({ usage }) =>
    usage.hold({
      meter: "pages",
      quantity,
      subject,
      key: `pages:${subject}`,
      at: when,
      until: new Date(when.getTime() + 15 * 60_000),
    }),
  );
const stand = async (workspaceId: string, when = at) =>
  (await database.read(scoped(workspaceId), ({ usage }) => usage.stand(["pages"], when)))[0];
const pages = (workspaceId: string, quantity: number, key: string, subject = key) => ({
  workspaceId,
  meter: "pages",
  quantity,
  subject,
  at,
  key,
});

describe("the ledger of usage", () => {
  test("keeps a row once, however often it is written, and refuses to change or lose one", async () => {
    const workspaceId = await aWorkspace();
    const { usageLedger } = database.platform;
    expect(await usageLedger.record([pages(workspaceId, 3, "a"), pages(workspaceId, 4, "b")])).toBe(
      2,
    );
    expect(await usageLedger.record([pages(workspaceId, 3, "a")])).toBe(0);
    expect(await stand(workspaceId)).toMatchObject({ used: 7, reserved: 0, hard: null });
    for (const change of ["update usage_events set quantity = 1", "delete from usage_events"])
      await expect(
        queryOnce(fresh.superuserUrl, `${change} where workspace_id = $1`, [workspaceId]),
      ).rejects.toThrow("append-only");
  });

  test("goes with its workspace", async () => {
    const workspaceId = await aWorkspace();
    await database.platform.usageLedger.record([pages(workspaceId, 3, "a")]);
    await queryOnce(fresh.superuserUrl, "delete from workspaces where id = $1", [workspaceId]);
    const rows = await queryOnce(
      fresh.superuserUrl,
      "select 1 from usage_events where workspace_id = $1",
      [workspaceId],
    );
    expect(rows).toEqual([]);
  });

  test("keeps nothing of a transaction that is rolled back", async () => {
    const workspaceId = await aWorkspace();
    const record = { meter: "questions", quantity: 1, subject: "", key: "one", at };
    await expect(
      database.write(scoped(workspaceId), async ({ usage }) => {
        expect(await usage.record(record)).toBe(true);
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    const [row] = await database.read(scoped(workspaceId), ({ usage }) =>
      usage.stand(["questions"], at),
    );
    expect(row?.used).toBe(0);
  });
});

describe("a quota", () => {
  test("of 1,000 admits 100 of 200 that take 10 each at the same time", async () => {
    const workspaceId = await aWorkspace({ pages: 1_000 });
    const answers = await Promise.allSettled(
      Array.from({ length: 200 }, (_, number) => hold(workspaceId, `doc_${number}`, 10)),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(100);
    expect(await stand(workspaceId)).toMatchObject({ used: 0, reserved: 1_000, hard: 1_000 });
  });

  test("is settled by what was used, and let go after 15 minutes", async () => {
    const workspaceId = await aWorkspace({ pages: 20 });
    await hold(workspaceId, "doc_1", 10);
    await hold(workspaceId, "doc_2", 10);
    await expect(hold(workspaceId, "doc_3", 1)).rejects.toThrow("quota_exceeded:pages:20");
    await database.platform.usageLedger.record([pages(workspaceId, 4, "pages:doc_1", "doc_1")]);
    expect(await stand(workspaceId)).toMatchObject({ used: 4, reserved: 10 });
    expect(await stand(workspaceId, until)).toMatchObject({ used: 4, reserved: 0 });
    await hold(workspaceId, "doc_3", 16, until);
    expect(await stand(workspaceId, until)).toMatchObject({ used: 4, reserved: 16 });
  });

  test("that is held again holds what is given last, and nothing for what is counted already", async () => {
    const workspaceId = await aWorkspace({ pages: 10 });
    await hold(workspaceId, "doc_1", 1);
    await hold(workspaceId, "doc_1", 10);
    expect(await stand(workspaceId)).toMatchObject({ reserved: 10 });
    await database.platform.usageLedger.record([pages(workspaceId, 10, "pages:doc_1", "doc_1")]);
    await hold(workspaceId, "doc_1", 10);
    expect(await stand(workspaceId)).toMatchObject({ used: 10, reserved: 0 });
    await database.write(scoped(workspaceId), ({ usage }) => usage.letGo("pages", "doc_1"));
    expect(await stand(workspaceId)).toMatchObject({ used: 10, reserved: 0 });
  });

  test("that is reached is told once for each share", async () => {
    const workspaceId = await aWorkspace({ pages: 100 });
    const told = async () =>
      (
        await queryOnce<{ level: number }>(
          fresh.superuserUrl,
          "select (data->>'level')::int as level from outbox where workspace_id = $1 and name = 'usage/level-reached' order by created_at",
          [workspaceId],
        )
      ).map(({ level }) => level);
    const { usageLedger } = database.platform;
    for (const [key, quantity] of Object.entries({ a: 79, b: 1, c: 1, d: 14, e: 5 }))
      await usageLedger.record([pages(workspaceId, quantity, key)]);
    expect(await told()).toEqual([80, 95, 100]);
  });

  test("of a workspace is that of its plan, at once after it has another", async () => {
    const workspaceId = await aWorkspace();
    const { plans } = database.platform;
    const planId = await plans.put(
      null,
      {
        name: "Small",
        currency: "EUR",
        fixedMicro: 0,
        trialDays: 0,
        isDefault: false,
        meters: [{ meter: "pages", soft: null, hard: 5, per: 1, tiers: [] }],
      },
      at,
    );
    await hold(workspaceId, "doc_1", 6);
    await plans.assign(workspaceId, { planId, state: "active", trialEndsAt: null, at });
    await expect(hold(workspaceId, "doc_2", 6)).rejects.toThrow("quota_exceeded:pages:5");
    await plans.assign(workspaceId, { planId: null, state: "active", trialEndsAt: null, at });
    await hold(workspaceId, "doc_2", 6);
  });
});
