import { createDatabase } from "@besunny/db/database";
import { freshDatabase, queryOnce } from "@besunny/db/test/fresh-database";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import {
  aContext,
  aJobAcross,
  anIdentityContext,
  aPlatformContext,
  inBackground,
  signedIn,
} from "../../test/contexts";
import { aDocument, aRecord, aStartedDocument } from "../../test/documents";
import { renameDocument } from "../documents/rename-document";
import { signUp } from "../identity/sign-up";
import { beginStage } from "../processing/stages/begin-stage";
import { endStage } from "../processing/stages/end-stage";
import { failDocument } from "../processing/stages/fail-document";
import { markReady } from "../processing/stages/mark-ready";
import { recordUnderstanding } from "../processing/stages/record-understanding";
import { getOverview } from "./get-overview";
import { listPlatformDocuments } from "./list-platform-documents";
import { listStageRuns } from "./list-stage-runs";
import { relayOutbox } from "./relay-outbox";

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
beforeEach(() => relayOutbox(aRelay(), { send: async () => undefined }));

function aRelay(given: Parameters<typeof aJobAcross>[0] = {}) {
  return aJobAcross({ db, ...given }, "relay-outbox");
}

/** A context in the database whose every row this file has made. */
async function aContextOf(workspaceName: string) {
  const person = { name: "Ada", email: `${workspaceName}@example.test`, password: "long enough 1" };
  const { user, workspace } = await signUp(anIdentityContext({ db }), { ...person, workspaceName });
  const actor = {
    kind: "user" as const,
    ...user,
    role: "owner" as const,
    projects: [],
    via: signedIn,
  };
  return { ...(await aContext()), db, workspaceId: workspace.id, actor };
}

test("the overview tells the numbers of all workspaces, as the rows have them", async () => {
  const [mill, barn] = [await aContextOf("mill"), await aContextOf("barn")];
  const ready = await aStartedDocument(mill, { title: "Secret title" });
  const background = inBackground(mill);
  for (const [stage, durationMs] of [
    ["read", 100],
    ["understood", 300],
  ] as const) {
    await beginStage(background, { ...ready.run, stage });
    await endStage(background, { ...ready.run, stage, state: "finished", durationMs });
  }
  await recordUnderstanding(background, { ...ready.run, ...aRecord({ costMicro: 250_000 }) });
  await markReady(background, ready.run);
  const failed = await aStartedDocument(barn);
  await recordUnderstanding(inBackground(barn), { ...failed.run, ...aRecord({ costMicro: null }) });
  const failure = { code: "ENCRYPTED", message: "It has a password.", remedy: "Remove it." };
  await failDocument(inBackground(barn), { ...failed.run, ...failure });
  const waiting = await aDocument(barn);

  const overview = await getOverview(aPlatformContext({ db }), { days: 1 });

  expect(overview.totals).toEqual({
    documents: 3,
    ready: 1,
    failed: 1,
    open: 1,
    costMicro: 250_000,
    costsUnknown: 1,
  });
  expect(overview.documentsOverTime.map(({ status, count }) => [status, count])).toEqual([
    ["failed", 1],
    ["pending", 1],
    ["ready", 1],
  ]);
  expect(overview.stageTimes).toEqual([
    { stage: "read", count: 1, p50Ms: 100, p95Ms: 100 },
    { stage: "understood", count: 1, p50Ms: 300, p95Ms: 300 },
  ]);
  expect(overview.failures).toMatchObject([{ code: "ENCRYPTED", count: 1 }]);
  expect(overview.outbox.unsent).toBe(5);
  expect(overview.queue).toMatchObject({ depth: 1, oldest: expect.any(Date) });
  expect(overview.workspaces.map(({ name }) => name)).toEqual(["mill", "barn"]);

  const later = aPlatformContext({ db, clock: () => new Date(Date.now() + 3 * 86_400_000) });
  expect((await getOverview(later, { days: 1 })).totals.documents).toBe(0);
  const afterwards = aPlatformContext({ db, clock: () => new Date(Date.now() + 86_400_000) });
  const next = await getOverview(afterwards, { days: 1 });
  expect([next.totals.documents, next.before.documents]).toEqual([0, 3]);

  const ofOne = await getOverview(aPlatformContext({ db }), { workspaceId: barn.workspaceId });
  expect(ofOne).toMatchObject({ grain: "day", totals: { documents: 2, failed: 1 } });
  expect(ofOne.stageTimes).toEqual([]);
  expect(overview).toMatchObject({ grain: "hour", costOverTime: [{ costMicro: 250_000 }] });

  const slow = await listStageRuns(aPlatformContext({ db }), { stage: "read" });
  expect(slow.items).toMatchObject([{ documentId: ready.id, durationMs: 100 }]);
  const elsewhere = { stage: "read", workspaceId: barn.workspaceId } as const;
  expect((await listStageRuns(aPlatformContext({ db }), elsewhere)).items).toEqual([]);

  const { items } = await listPlatformDocuments(aPlatformContext({ db }), {});
  expect(items.map(({ id }) => id)).toEqual([waiting.id, failed.id, ready.id]);
  expect(JSON.stringify(items)).not.toContain("Secret title");
  const ofBarn = { workspaceId: barn.workspaceId, status: ["failed" as const] };
  expect((await listPlatformDocuments(aPlatformContext({ db }), ofBarn)).items).toMatchObject([
    { id: failed.id, errorCode: "ENCRYPTED" },
  ]);
  const page = await listPlatformDocuments(aPlatformContext({ db }), { limit: 2 });
  const rest = await listPlatformDocuments(aPlatformContext({ db }), { cursor: page.nextCursor });
  expect([...page.items, ...rest.items].map(({ id }) => id)).toEqual(items.map(({ id }) => id));
});

test("a range that ends before it begins is refused with what to choose", async () => {
  const asked = { from: new Date("2026-02-02"), to: new Date("2026-02-01") };
  await expect(getOverview(aPlatformContext({ db }), asked)).rejects.toMatchObject({
    code: "INVALID_INPUT",
  });
});

test("only the relay's job may relay, and without a way to send nothing is relayed", async () => {
  const send = async () => undefined;

  await expect(relayOutbox(aPlatformContext({ db }), { send })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await expect(relayOutbox(aJobAcross({ db }, "tick-schedules"), { send })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await expect(
    // @ts-expect-error The type asks for `send`.
    relayOutbox(aRelay(), {}),
  ).rejects.toMatchObject({ code: "INVALID_INPUT" });
});

test("the relay sends what commands have announced, oldest first, once", async () => {
  const ctx = await aContextOf("relay");
  const { id } = await aDocument(ctx);
  await renameDocument(ctx, { id, title: "Renamed" });
  const sent: { id: string; name: string; data: unknown }[] = [];
  const relay = () => relayOutbox(aRelay(), { send: async (events) => void sent.push(...events) });

  expect(await relay()).toBe(2);
  expect(await relay()).toBe(0);

  expect(sent.map(({ name }) => name)).toEqual(["document/uploaded", "document/changed"]);
  expect(sent).toMatchObject([{ data: { documentId: id } }, { data: { documentId: id } }]);
  expect(new Set(sent.map((event) => event.id)).size).toBe(2);
});

test("the relay keeps what could not be sent, and sends it under the same id the next time", async () => {
  const ctx = await aContextOf("outage");
  await aDocument(ctx);
  const tried: string[][] = [];
  const relay = (isDown: boolean) =>
    relayOutbox(aRelay(), {
      send: async (events) => {
        tried.push(events.map(({ id }) => id));
        if (isDown) throw new Error("the engine is down");
      },
    });

  await expect(relay(true)).rejects.toThrow("the engine is down");
  expect(await relay(false)).toBe(1);

  expect(tried).toHaveLength(2);
  expect(tried[1]).toEqual(tried[0]);
});

test("the relay empties an outbox of more than one batch", async () => {
  const ctx = await aContextOf("many");
  const scope = { workspaceId: ctx.workspaceId, principals: ["all"] };
  const events = Array.from({ length: 450 }, (_, n) => ({ name: "test/n", data: { n: `${n}` } }));
  await db.write(scope, ({ outbox }) => outbox.add(events));
  const sizes: number[] = [];

  expect(
    await relayOutbox(aRelay(), { send: async (batch) => void sizes.push(batch.length) }),
  ).toBe(450);

  expect(sizes).toEqual([200, 200, 50]);
});

test("the relay forgets what was sent a week ago, and nothing that was not sent", async () => {
  const ctx = await aContextOf("forgetful");
  const at = (days: number) => aRelay({ clock: () => new Date(Date.now() + days * 86_400_000) });
  const sent = { send: async () => undefined };
  const rows = () =>
    queryOnce(fresh.superuserUrl, "select id from outbox where workspace_id = $1", [
      ctx.workspaceId,
    ]);
  await aDocument(ctx);
  await relayOutbox(at(0), sent);
  await relayOutbox(at(6), sent);
  expect(await rows()).toHaveLength(1);
  await aDocument(ctx);

  await expect(
    relayOutbox(at(8), { send: () => Promise.reject(new Error("down")) }),
  ).rejects.toThrow("down");
  expect(await rows()).toHaveLength(2);
  await relayOutbox(at(8), sent);

  expect(await rows()).toHaveLength(1);
});
