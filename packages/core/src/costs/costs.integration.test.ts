import { createDatabase } from "@besunny/db/database";
import { newId } from "@besunny/db/ids";
import { freshDatabase } from "@besunny/db/test/fresh-database";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  aColleague,
  aContext,
  aJobAcross,
  aPlatformContext,
  auditOf,
  database,
  inBackground,
} from "../../test/contexts";
import { aDocument, anIndex, anUnderstanding, aReadyDocument } from "../../test/documents";
import { listNotices } from "../notifications/list-notices";
import { addPrice } from "../platform/costs/add-price";
import { getAllSpending } from "../platform/costs/get-all-spending";
import { listAllCalls } from "../platform/costs/list-all-calls";
import { listPrices } from "../platform/costs/list-prices";
import { listRetirements } from "../platform/costs/list-retirements";
import { putRetirement } from "../platform/costs/put-retirement";
import { removeRetirement } from "../platform/costs/remove-retirement";
import { watchModels } from "../schedules/models/watch-models";
import { getSpending } from "./get-spending";
import { listBudgets } from "./list-budgets";
import { listCalls } from "./list-calls";
import { listDegraded } from "./list-degraded";
import { putBudget } from "./put-budget";
import { removeBudget } from "./remove-budget";
import { setUnknownPrice } from "./set-unknown-price";
import { tellBudgetLevels } from "./tell-budget-levels";

const server = "https://models.example/v1";
type Call = Partial<Parameters<typeof database.calls.open>[0]> & {
  costMicro?: number | null;
  output?: number;
};

async function called(db: Pick<typeof database, "calls">, workspaceId: string, given: Call = {}) {
  const { costMicro = 100, output = 10, ...rest } = given;
  const id = newId("mdc");
  await db.calls.open({
    id,
    workspaceId,
    projectIds: [],
    documentId: null,
    userId: null,
    apiKeyId: null,
    operation: "answers.ask-question",
    kind: "answer",
    provider: "openai",
    server,
    model: "tern-1",
    lane: "live",
    reservedMicro: 1_000,
    reservedUntil: new Date(Date.now() + 60_000),
    hasLocalRung: false,
    traceId: "",
    at: new Date(),
    ...rest,
  });
  await db.calls.close({
    id,
    workspaceId,
    state: "ok",
    input: 20,
    cached: 0,
    written: 0,
    output,
    reasoning: 0,
    isEstimated: false,
    costMicro,
    priceId: null,
    latencyMs: 5,
    attempts: 1,
    errorCode: null,
    endedAt: new Date(),
  });
  return id;
}

describe("what was spent", () => {
  test("is summed up in each way, and unknown costs are counted apart", async () => {
    const owner = await aContext({ role: "owner" });
    const { workspaceId } = owner;
    const document = await aDocument(owner);
    await called(database, workspaceId, { userId: owner.actor.id, documentId: document.id });
    await called(database, workspaceId, {
      model: "heron-1",
      costMicro: 50,
      operation: "search.find",
    });
    await called(database, workspaceId, { model: "heron-1", costMicro: null });

    const { total, groups } = await getSpending(owner, { by: "model" });
    expect(total).toMatchObject({ calls: 3, costMicro: 150, unknown: 1, outputTokens: 30 });
    expect(groups.map(({ key, costMicro, unknown }) => [key, costMicro, unknown])).toEqual([
      ["tern-1", 100, 0],
      ["heron-1", 50, 1],
    ]);
    const people = (await getSpending(owner, { by: "user" })).groups;
    expect(people.find(({ key }) => key === owner.actor.id)).toMatchObject({
      costMicro: 100,
      name: expect.any(String),
    });
    const narrowed = await getSpending(owner, { by: "step", model: "heron-1" });
    expect(narrowed.total).toMatchObject({ calls: 2, costMicro: 50 });
  });

  test("leads to the single calls, page by page, and from a call to its document", async () => {
    const owner = await aContext({ role: "owner" });
    const document = await aDocument(owner);
    const first = await called(database, owner.workspaceId, { documentId: document.id });
    const second = await called(database, owner.workspaceId, { model: "heron-1" });

    const page = await listCalls(owner, { limit: 1 });
    expect(page.items.map(({ id }) => id)).toEqual([second]);
    const next = await listCalls(owner, { limit: 1, cursor: page.nextCursor });
    expect(next.items).toMatchObject([{ id: first, documentId: document.id, costMicro: 100 }]);
    expect(next.nextCursor).toBeNull();
    const admin = aPlatformContext();
    const all = await listAllCalls(admin, { workspaceId: owner.workspaceId });
    expect(all.items.map(({ id }) => id)).toEqual([second, first]);
    const sums = await getAllSpending(admin, { workspaceId: owner.workspaceId });
    expect(sums.groups).toMatchObject([{ key: owner.workspaceId, costMicro: 200 }]);
  });

  test("is not for members", async () => {
    const owner = await aContext({ role: "owner" });
    const member = await aColleague(owner);
    await expect(getSpending(member, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(listCalls(member, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("budgets", () => {
  test("are set, changed and removed, with a row for each change", async () => {
    const owner = await aContext({ role: "owner" });
    await called(database, owner.workspaceId, { costMicro: 700 });
    const budget = { subjectKind: "workspace", period: "month" } as const;
    const { id } = await putBudget(owner, { ...budget, amountMicro: 1_000 });
    expect(await putBudget(owner, { ...budget, amountMicro: 2_000 })).toEqual({ id });

    expect((await listBudgets(owner, {})).items).toMatchObject([
      { id, amountMicro: 2_000, spentMicro: 700, reservedMicro: 0 },
    ]);
    const [entry] = await auditOf(owner);
    expect(entry).toMatchObject({
      operation: "costs.put-budget",
      changes: [{ subject: id, before: { amountMicro: 1_000 }, after: { amountMicro: 2_000 } }],
    });
    await removeBudget(owner, { id });
    expect((await listBudgets(owner, {})).items).toEqual([]);
    await expect(removeBudget(owner, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("are of something that there is", async () => {
    const owner = await aContext({ role: "owner" });
    for (const subjectKind of ["project", "user", "key"] as const)
      await expect(
        putBudget(owner, { subjectKind, subjectId: "prj_none", period: "day", amountMicro: 1 }),
      ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("that run out are told to owners and admins, once for each share", async () => {
    const owner = await aContext({ role: "owner" });
    const member = await aColleague(owner);
    const { id } = await putBudget(owner, {
      subjectKind: "workspace",
      period: "month",
      amountMicro: 1_000,
    });
    const job = inBackground(owner, {}, "watch-money");
    for (const level of [80, 80, 95])
      await tellBudgetLevels(job, { crossed: [{ budgetId: id, level }] });

    const { items } = await listNotices(owner, {});
    expect(items.map(({ kind, count, path }) => [kind, count, path])).toEqual([
      ["budget", 95, "/settings/spending"],
      ["budget", 80, "/settings/spending"],
    ]);
    expect((await listNotices(member, {})).items).toEqual([]);
  });

  test("cannot hold unknown prices, so a workspace decides about them", async () => {
    const owner = await aContext({ role: "owner" });
    expect((await listBudgets(owner, {})).unknownPrice).toBe("go");
    await setUnknownPrice(owner, { unknownPrice: "stop" });
    expect((await listBudgets(owner, {})).unknownPrice).toBe("stop");
  });
});

test("documents that local models understood for want of money are listed until a hosted model has", async () => {
  const made = await anIndex();
  const owner = await aContext({ role: "owner", index: made.index });
  const producedBy = {
    kind: "local" as const,
    model: "besunny-local",
    release: "1",
    fallbackReason: "The budget is used up.",
  };
  const document = await aReadyDocument(owner, "Lease", {
    understanding: anUnderstanding({ producedBy: { ...producedBy, fallbackCause: "budget" } }),
  });
  await aReadyDocument(owner, "Other lease", {
    understanding: anUnderstanding({ producedBy: { ...producedBy, fallbackCause: "provider" } }),
  });
  expect((await listDegraded(owner, {})).items).toMatchObject([
    { id: document.id, reason: "The budget is used up." },
  ]);
  await made.close();
});

describe("prices and ends of models", () => {
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
  const now = new Date("2030-01-10T10:00:00Z");
  const admin = () => aPlatformContext({ db, clock: () => now });
  const price = { server, model: "tern-1", inputMicro: 1_000_000, outputMicro: 5_000_000 };

  test("a new price has its own day, and the past cannot be changed", async () => {
    await addPrice(admin(), { ...price, from: "2030-01-10", source: "the maker's page" });
    await addPrice(admin(), { ...price, from: "2030-02-01", outputMicro: 6_000_000, source: "it" });
    expect(
      (await listPrices(admin(), {})).items.map(({ from, outputMicro }) => [from, outputMicro]),
    ).toEqual([
      ["2030-02-01", 6_000_000],
      ["2030-01-10", 5_000_000],
    ]);
    await expect(
      addPrice(admin(), { ...price, from: "2030-01-09", source: "it" }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  test("an admin says when a model ends, and takes it back", async () => {
    const end = { server, model: "wren-1" };
    await putRetirement(admin(), { ...end, endsOn: "2030-02-09" });
    expect((await listRetirements(admin(), {})).items).toMatchObject([
      { model: "wren-1", endsOn: "2030-02-09", daysLeft: 30, saidBy: "admin", calls: 0 },
    ]);
    await removeRetirement(admin(), end);
    await expect(removeRetirement(admin(), end)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

test("workspaces that use a model are warned of its end 60, 30 and 7 days before, once each", async () => {
  const owner = await aContext({ role: "owner" });
  const other = await aContext({ role: "owner" });
  const model = `swift-${newId("mdc")}`;
  await called(database, owner.workspaceId, { model });
  await called(database, other.workspaceId, { model: `${model}-pro` });
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  const endsOn = inDays(45).toISOString().slice(0, 10);
  await putRetirement(aPlatformContext(), { server, model, endsOn });

  const run = (clock: () => Date) =>
    watchModels.work(
      aJobAcross({
        clock,
        inWorkspace: (workspaceId) =>
          inBackground({ ...owner, workspaceId, clock }, undefined, "run-schedule") as never,
      }),
      null,
    );
  for (const days of [0, 0, 16, 39]) await run(() => inDays(days === 39 ? 29 : days));

  const notices = (await listNotices(owner, {})).items.filter(({ kind }) => kind === "retirement");
  expect(notices.map(({ count, day }) => [count, day])).toEqual([
    [30, endsOn],
    [60, endsOn],
  ]);
  expect((await listNotices(other, {})).items).toEqual([]);
  await removeRetirement(aPlatformContext(), { server, model });
});
