import { randomUUID } from "node:crypto";

import { createChokePoint } from "@besunny/ai/outside/choke-point";
import type { Price } from "@besunny/ai/outside/cost-of";
import { createDatabase } from "@besunny/db/database";
import { newId } from "@besunny/db/ids";
import type { Crossing } from "@besunny/db/money/call-ledger";
import { freshDatabase, queryOnce } from "@besunny/db/test/fresh-database";
import { afterAll, beforeAll, expect, test } from "vitest";

import { createLedger } from "./ledger";

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let db: ReturnType<typeof createDatabase>;
beforeAll(async () => {
  fresh = await freshDatabase();
  db = createDatabase({
    app: fresh.appUrl,
    identity: fresh.identityUrl,
    platform: fresh.platformUrl,
  });
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const silent = { info() {}, warn() {}, error() {} };
const to = { server: "https://models.example/v1", model: "tern-1" };
const price: Price = {
  id: "price_test",
  ...to,
  from: "2020-01-01",
  until: null,
  currency: "USD",
  input: 1,
  cachedInput: null,
  cacheWrite: null,
  output: 5,
  audioMinute: null,
  longContext: null,
  batchFactor: null,
  tiers: {},
  source: "an invention",
  readOn: "2020-01-01",
};

type Subject = "workspace" | "project" | "user" | "key";
type Given = {
  budgets?: [subjectKind: Subject, subjectId: string, amountMicro: number][];
  prices?: readonly Price[];
  clock?: () => Date;
  unknownPrice?: "go" | "stop";
};

async function aHouse({ budgets = [], prices = [price], clock, unknownPrice }: Given = {}) {
  const workspaceId = newId("ws");
  await queryOnce(
    fresh.superuserUrl,
    `insert into workspaces (id, name) values ('${workspaceId}', 'Spenders')`,
  );
  const scoped = { workspaceId, principals: ["all"] };
  await db.write(scoped, async (repositories) => {
    for (const [subjectKind, subjectId, amountMicro] of budgets)
      await repositories.budgets.put({
        subjectKind,
        subjectId,
        period: "month",
        amountMicro,
        byId: "usr_test",
        at: new Date(),
      });
    if (unknownPrice) await repositories.budgets.setUnknownPrice(unknownPrice);
  });
  const crossed: Crossing[] = [];
  const ledger = createLedger({
    calls: db.calls,
    clock: clock ?? (() => new Date()),
    log: silent,
    onCrossed: async (_, levels) => void crossed.push(...levels),
    pauses: [0, 1],
  });
  const way = createChokePoint({ ledger, prices: () => prices, clock });
  const scope = {
    workspaceId,
    projectIds: ["prj_one"],
    documentId: null,
    userId: "usr_one",
    apiKeyId: "key_one",
    operation: "tests.ask",
    traceId: randomUUID(),
  };

  /** A call that costs `output` times five micro-dollars, and could cost 1,000 tokens of output. */
  const call = (output = 1_000, given: Partial<typeof scope> & { hasLocalRung?: boolean } = {}) => {
    const { hasLocalRung = false, ...rest } = given;
    return way.call(
      {
        scope: { ...scope, ...rest },
        to,
        kind: "answer",
        texts: [],
        mostOutput: 1_000,
        hasLocalRung,
        timeoutMs: 10_000,
      },
      async (out) => {
        await new Promise((resolve) => setImmediate(resolve));
        out.counted({ input: 0, cached: 0, written: 0, output, reasoning: 0 });
        out.ended("whole");
        return "Yes.";
      },
    );
  };
  const rows = () =>
    db.read(scoped, ({ spending }) =>
      spending.list(
        {
          since: new Date(0),
          until: new Date("2100-01-01"),
          workspaceId,
          model: null,
          operation: null,
          userId: null,
          apiKeyId: null,
          state: null,
        },
        { limit: 200 },
      ),
    );
  const spent = async () =>
    (await rows()).items.reduce((sum, { costMicro }) => sum + (costMicro ?? 0), 0);
  return { call, rows, spent, ledger, scoped, crossed };
}

const outcomes = (results: PromiseSettledResult<unknown>[]) => ({
  went: results.filter(({ status }) => status === "fulfilled").length,
  reasons: [
    ...new Set(
      results.flatMap((each) => (each.status === "rejected" ? [String(each.reason)] : [])),
    ),
  ],
});

test("fifty calls at once cannot spend more than ten cents, and as many go as there is money for", async () => {
  const { call, spent, ledger, rows } = await aHouse({ budgets: [["workspace", "", 100_000]] });

  const { went, reasons } = outcomes(
    await Promise.allSettled(Array.from({ length: 50 }, () => call())),
  );
  await ledger.flush();

  // A call is reserved at its 5,000 micro-dollars of output and some for what is around texts.
  expect(went).toBe(19);
  expect(await spent()).toBe(95_000);
  expect(reasons).toEqual([expect.stringContaining("The budget of this workspace for this month")]);
  const states = Map.groupBy((await rows()).items, ({ state }) => state);
  expect([states.get("ok")?.length, states.get("refused")?.length]).toEqual([19, 31]);
});

test("money that was only reserved can be spent by others once a call has ended", async () => {
  const { call, spent, ledger } = await aHouse({ budgets: [["workspace", "", 10_200]] });
  for (let each = 0; each < 5; each++) {
    await call(100);
    await ledger.flush();
  }
  expect(await spent()).toBe(2_500);
});

test("each budget that counts a call holds it", async () => {
  for (const [kind, id] of [
    ["project", "prj_one"],
    ["user", "usr_one"],
    ["key", "key_one"],
  ] as const) {
    const { call } = await aHouse({
      budgets: [
        ["workspace", "", 1_000_000],
        [kind, id, 100],
      ],
    });
    await expect(call()).rejects.toThrow("The budget of");
    await call(1, { projectIds: [], userId: null as never, apiKeyId: null as never });
  }
});

test("what local models can do stops at 95 percent, what they cannot at the end", async () => {
  const { call, ledger, crossed } = await aHouse({ budgets: [["workspace", "", 100_000]] });
  for (let each = 0; each < 19; each++) await call(1_000);
  await ledger.flush();

  await expect(call(1, { hasLocalRung: true })).rejects.toThrow("nearly used up");
  await expect(call(1)).rejects.toThrow("has too little left");
  await ledger.flush();
  expect(crossed.map(({ level }) => level)).toEqual([80, 95, 100]);
});

test("a call that fails gives its money back", async () => {
  const { ledger, scoped, spent } = await aHouse({ budgets: [["workspace", "", 6_000]] });
  const way = createChokePoint({ ledger, prices: () => [price] });
  const scope = {
    workspaceId: scoped.workspaceId,
    projectIds: [],
    documentId: null,
    userId: null,
    apiKeyId: null,
    operation: "tests.fail",
    traceId: "",
  };
  for (let each = 0; each < 3; each++) {
    const call = { scope, to, kind: "chat" as const, texts: [], mostOutput: 1_000 };
    await expect(
      way.call({ ...call, hasLocalRung: false, timeoutMs: 1_000 }, () =>
        Promise.reject(Object.assign(new Error("No"), { status: 400 })),
      ),
    ).rejects.toThrow("No");
    await ledger.flush();
  }
  expect(await spent()).toBe(0);
});

test("money of a call that was lost is free again, and what it cost is unknown", async () => {
  const begun = new Date("2030-01-10T10:00:00Z");
  const house = await aHouse({ budgets: [["workspace", "", 6_000]], clock: () => begun });
  const open = {
    scope: {
      workspaceId: house.scoped.workspaceId,
      projectIds: [],
      documentId: null,
      userId: null,
      apiKeyId: null,
      operation: "tests.lose",
      traceId: "",
    },
    provider: "openai" as const,
    to,
    kind: "chat" as const,
    lane: "live" as const,
    reservedMicro: 5_000,
    hasLocalRung: false,
  };
  await house.ledger.open({ ...open, at: begun });
  await expect(house.ledger.open({ ...open, at: begun })).rejects.toThrow("budget");
  const later = new Date("2030-01-10T10:16:00Z");
  await house.ledger.open({ ...open, at: later });

  expect(await db.platform.modelCalls.endLost(later)).toBe(1);
  const lost = (await house.rows()).items.filter(({ errorCode }) => errorCode === "LOST");
  expect(lost).toMatchObject([{ state: "aborted", costMicro: null, isEstimated: true }]);
});

test("a budget counts what was spent before it was made, and a new month begins at nothing", async () => {
  let now = new Date("2030-01-10T10:00:00Z");
  const { call, ledger, scoped } = await aHouse({ clock: () => now });
  await call(1_000);
  await ledger.flush();
  const budget = { subjectKind: "workspace", subjectId: "", period: "month" } as const;
  await db.write(scoped, ({ budgets }) =>
    budgets.put({ ...budget, amountMicro: 9_000, byId: "usr_test", at: now }),
  );
  await expect(call(1)).rejects.toThrow("budget");
  const [shown] = await db.read(scoped, ({ budgets }) => budgets.list(now));
  expect(shown).toMatchObject({ amountMicro: 9_000, spentMicro: 5_000, reservedMicro: 0 });
  now = new Date("2030-02-01T00:00:00Z");
  await call(1);
});

test("calls whose price nobody knows go out or not as the workspace decides, and cost an unknown sum", async () => {
  const goes = await aHouse({ prices: [] });
  await goes.call();
  await goes.ledger.flush();
  expect((await goes.rows()).items).toMatchObject([{ state: "ok", costMicro: null }]);
  const stops = await aHouse({ prices: [], unknownPrice: "stop" });
  await expect(stops.call()).rejects.toThrow("Nobody knows the price");
  expect((await stops.rows()).items).toMatchObject([
    { state: "refused", costMicro: 0, errorCode: "UNKNOWN_PRICE" },
  ]);
});

test("an end that cannot be written at once is tried again, and nobody waits for it", async () => {
  let failures = 1;
  const { scoped } = await aHouse();
  const ledger = createLedger({
    calls: {
      open: db.calls.open,
      close: (end) => (failures-- > 0 ? Promise.reject(new Error("away")) : db.calls.close(end)),
    },
    clock: () => new Date(),
    log: silent,
    onCrossed: async () => undefined,
    pauses: [0, 1],
  });
  const id = await ledger.open({
    scope: {
      workspaceId: scoped.workspaceId,
      projectIds: [],
      documentId: "doc_gone",
      userId: null,
      apiKeyId: null,
      operation: "tests.slow",
      traceId: "",
    },
    provider: "openai",
    to,
    kind: "chat",
    lane: "live",
    reservedMicro: 1,
    hasLocalRung: false,
    at: new Date(),
  });
  ledger.close(id, {
    state: "ok",
    usage: { input: 1, cached: 0, written: 0, output: 2, reasoning: 1 },
    isEstimated: false,
    costMicro: 11,
    priceId: null,
    latencyMs: 3,
    attempts: 1,
    errorCode: null,
  });
  await ledger.flush();
  const [row] = await queryOnce(
    fresh.superuserUrl,
    `select state, cost_micro::int as cost, reasoning_tokens as reasoning, document_id as document from model_calls where id = '${id}'`,
  );
  expect(row).toEqual({ state: "ok", cost: 11, reasoning: 1, document: null });
});

test("calls of BeSunny itself have no workspace, and no workspace sees them", async () => {
  const { ledger, rows } = await aHouse();
  const id = await ledger.open({
    scope: {
      workspaceId: "",
      projectIds: [],
      documentId: null,
      userId: null,
      apiKeyId: null,
      operation: "platform.test-dependency",
      traceId: "",
    },
    provider: "openai",
    to,
    kind: "embedding",
    lane: "live",
    reservedMicro: 1,
    hasLocalRung: false,
    at: new Date(),
  });
  expect(id).toMatch(/^mdc_/);
  expect((await rows()).items).toEqual([]);
});
