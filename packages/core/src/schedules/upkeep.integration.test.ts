import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { indexScope } from "@besunny/ai/index/index-scope";
import { createIncoming } from "@besunny/connectors/files/incoming";
import { CUT_RELEASE } from "@besunny/document-model/cutting/cut-release";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { actingIn } from "../../test/contexts";
import { doTwice } from "../../test/do-twice";
import { aDocument, anIndex, aReadyDocument, wordVectors } from "../../test/documents";
import { aHouseOfItsOwn } from "../../test/engine";
import type { WorkspaceContext } from "../context";
import { HOURS_UPLOADS_MAY_REST } from "../documents/contract/upload-limits";
import { deleteDocuments } from "../documents/delete-documents";
import { getDocument } from "../documents/get-document";
import { trashDocuments } from "../documents/trash-documents";
import { added, type Counts } from "./contract";
import { emptyTrash } from "./empty-trash";
import { reconcileIndex } from "./reconcile-index";
import { removeLeftoverUploads } from "./remove-leftover-uploads";
import { removeOldRuns } from "./remove-old-runs";

const DAY_MS = 86_400_000;
const HOUR_MS = DAY_MS / 24;
const job = { kind: "job", name: "run-schedule" } as const;
const inDays = (days: number) => () => new Date(Date.now() + days * DAY_MS);

let house: Awaited<ReturnType<typeof aHouseOfItsOwn>>;
beforeAll(async () => {
  house = await aHouseOfItsOwn();
});
afterAll(() => house.close());

describe("emptying the trash", () => {
  test("deletes what is there too long, of every workspace, and nothing else", async () => {
    const [mill, barn] = [await house.anOwner(), await house.anOwner()];
    const ctx = house.upkeep({
      clock: inDays(31),
      inWorkspace: actingIn(mill, job),
    });
    const [old, other, kept] = [
      await aDocument(mill),
      await aDocument(barn),
      await aDocument(mill),
    ];
    await trashDocuments(mill, { ids: [old.id] });
    await trashDocuments(barn, { ids: [other.id] });
    const recent = await aDocument(mill);
    await trashDocuments({ ...mill, clock: inDays(5) }, { ids: [recent.id] });
    const look = await emptyTrash.look(ctx);

    const { counts } = await doTwice(emptyTrash, ctx);

    expect(look).toBe(`2 from ${[old.id, other.id].sort()[0]}`);
    expect(counts).toEqual({ documents: 2 });
    for (const [workspace, { id }] of [
      [mill, old],
      [barn, other],
    ] as const)
      await expect(getDocument(workspace, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const { id } of [kept, recent])
      expect(await getDocument(mill, { id })).toMatchObject({ id });
    expect(await emptyTrash.look(ctx)).toBeNull();
  });

  test("never does where nothing is deleted by age", async () => {
    const mill = await house.anOwner();
    const { id } = await aDocument(mill);
    await trashDocuments(mill, { ids: [id] });
    const retention = {
      runDays: 30,
      eventDays: 30,
      searchDays: 90,
      trashDays: null,
      backupDays: null,
    };
    const ctx = house.upkeep({ clock: inDays(9_000), retention });

    expect(await emptyTrash.look(ctx)).toBeNull();
    expect(await emptyTrash.work(ctx, null)).toEqual({ next: null, counts: {} });
    expect(await getDocument(mill, { id })).toMatchObject({ id });
  });
});

describe("comparing the index with the truth", () => {
  let made: Awaited<ReturnType<typeof anIndex>>;
  beforeAll(async () => {
    made = await anIndex();
  });
  afterAll(() => made.close());

  const searching = () => ({ index: made.index, ai: wordVectors });
  const scopeOf = ({ workspaceId }: WorkspaceContext) => ({ workspaceId, principals: ["all"] });
  const seenBy = ({ workspaceId }: WorkspaceContext, id: string, principal: string) =>
    made.index.count(indexScope(workspaceId, [principal]), { documentIds: [id] });
  const sweeping = (somebody: WorkspaceContext) =>
    house.upkeep({
      index: made.index,
      inWorkspace: actingIn(somebody, job),
    });

  test("brings back what is missing, mends who may see and takes out what is gone", async () => {
    const [mill, barn] = [await house.anOwner(searching()), await house.anOwner(searching())];
    const [lost, opened, thinned, right] = [
      await aReadyDocument(mill, "The rent is due."),
      await aReadyDocument(mill, "The deposit is paid."),
      await aReadyDocument(barn, "The keys are lost."),
      await aReadyDocument(barn, "The roof is tight."),
    ];
    const gone = await aReadyDocument(mill, "This was deleted.");
    await trashDocuments(mill, { ids: [gone.id] });
    await deleteDocuments(mill, { ids: [gone.id] });
    await doTwice(reconcileIndex, sweeping(mill));
    const described = () => made.index.describe(barn.workspaceId, [right.id]);
    const [before] = await described();

    await made.index.removeDocument(mill.workspaceId, lost.id);
    await made.index.updatePayload(mill.workspaceId, opened.id, { access: ["all", "usr_nosy"] });
    await made.index.replaceDocument(barn.workspaceId, thinned.id, []);
    await made.index.replaceDocument("ws_of_nobody", "doc_stray", [
      {
        documentId: "doc_stray",
        number: 0,
        vector: new Float32Array(64).fill(0.1),
        text: "a stray",
        payload: {
          projectIds: [],
          access: ["all"],
          type: null,
          status: "ready",
          language: null,
          createdAt: new Date().toISOString(),
          page: 1,
        },
      },
    ]);
    const { counts } = await doTwice(reconcileIndex, sweeping(mill));

    expect(counts).toMatchObject({ missing: 2, corrected: 1, removed: 1 });
    expect(reconcileIndex.summary(counts)).toMatch(
      /^Compared \d+ documents with the index: 2 documents indexed again, 1 document corrected, 1 document removed from it\.$/,
    );
    expect(await seenBy(mill, lost.id, "ws")).toBe(1);
    expect(await seenBy(barn, thinned.id, "ws")).toBe(1);
    expect(await seenBy(mill, opened.id, "usr_nosy")).toBe(0);
    expect(await seenBy(mill, opened.id, "ws")).toBe(1);
    expect(await made.index.listWorkspaceIds()).not.toContain("ws_of_nobody");
    expect(await described()).toEqual([before]);
  });

  test("cuts documents again that an earlier release cut, and no others", async () => {
    const [mill, barn] = [await house.anOwner(searching()), await house.anOwner(searching())];
    const old = await aReadyDocument(mill, "The rent is due.");
    const current = await aReadyDocument(barn, "The roof is tight.");
    await doTwice(reconcileIndex, sweeping(mill));
    const cutBy = (somebody: WorkspaceContext, id: string, release: number) =>
      somebody.db.write(scopeOf(somebody), async ({ passages }) => {
        const [passage] = await passages.list(id);
        if (!passage) throw new Error("It has no passage");
        const at = { block: "b1" };
        await passages.replace(id, [{ ...passage, at, text: ")))" }], release);
      });
    await cutBy(mill, old.id, CUT_RELEASE - 1);
    await cutBy(barn, current.id, CUT_RELEASE);

    await doTwice(reconcileIndex, sweeping(mill));

    const textsOf = async (somebody: WorkspaceContext, id: string) => {
      const found = await somebody.db.read(scopeOf(somebody), ({ passages }) => passages.list(id));
      return found.map(({ text }) => text);
    };
    expect(await textsOf(mill, old.id)).toEqual(["The rent is due."]);
    expect(await textsOf(barn, current.id)).toEqual([")))"]);
    expect(await seenBy(mill, old.id, "ws")).toBe(1);
  });

  test("finds nothing to do where they agree, and says so", async () => {
    const mill = await house.anOwner(searching());
    await aReadyDocument(mill, "The rent is due.");
    await doTwice(reconcileIndex, sweeping(mill));

    const { counts } = await doTwice(reconcileIndex, sweeping(mill));

    expect(counts).toMatchObject({ missing: 0, corrected: 0, removed: 0 });
    expect(reconcileIndex.summary(counts)).toMatch(/they agree\.$/);
  });

  test("looks again when a document or the index has changed, and only then", async () => {
    const mill = await house.anOwner(searching());
    const document = await aReadyDocument(mill, "The rent is due.");
    const ctx = sweeping(mill);
    const before = await reconcileIndex.look(ctx);
    expect(await reconcileIndex.look(ctx)).toBe(before);

    await made.index.removeDocument(mill.workspaceId, document.id);
    const afterLoss = await reconcileIndex.look(ctx);
    await trashDocuments(mill, { ids: [document.id] });

    expect(afterLoss).not.toBe(before);
    expect(await reconcileIndex.look(ctx)).not.toBe(afterLoss);
  });
});

describe("removing leftover uploads", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "besunny-incoming-"));
    return () => rm(folder, { recursive: true, force: true });
  });

  test("removes what nobody finished and what no document names, and leaves what is young or in use", async () => {
    const mill = await house.anOwner();
    const { files, workspaceId } = mill;
    const incoming = createIncoming({ directories: [folder, join(folder, "missing")] });
    // Other tests have left files.
    await doTwice(removeLeftoverUploads, house.upkeep({ files, incoming, clock: inDays(2) }));
    const named = `uploads/${workspaceId}/named`;
    const { id } = await aDocument(mill, { storageKey: named });
    const derived = (document: string, run: string) =>
      `derived/${workspaceId}/${document}/${run}/model.json.gz`;
    const image = `derived/${workspaceId}/${id}/images/1.png`;
    const orphan = `uploads/${workspaceId}/orphan`;
    const ofGone = derived("doc_gone", "run_1");
    const untrained = `models/${workspaceId}/tra_gone.head`;
    const shipped = "models/shipped/model.onnx";
    for (const key of [named, orphan, ofGone, image, untrained, shipped, derived(id, "run_open")])
      await files.write(key, Buffer.from("x"));
    for (const name of ["old", "old.json", "fresh", "fresh.json"])
      await writeFile(join(folder, name), "x");
    const abandoned = new Date(Date.now() - (HOURS_UPLOADS_MAY_REST + 1) * HOUR_MS);
    for (const name of ["old", "old.json", "fresh.json"])
      await utimes(join(folder, name), abandoned, abandoned);
    const now = house.upkeep({ files, incoming });
    expect(await incoming.count()).toBe(2);

    expect((await doTwice(removeLeftoverUploads, now)).counts).toEqual({ uploads: 1, files: 0 });
    expect(await incoming.count()).toBe(1);
    expect(await files.exists(orphan)).toBe(true);

    const later = house.upkeep({ files, incoming, clock: inDays(1.5) });
    expect((await doTwice(removeLeftoverUploads, later)).counts).toEqual({ uploads: 1, files: 3 });
    for (const [key, isKept] of [
      [named, true],
      [image, true],
      [shipped, true],
      [untrained, false],
      [derived(id, "run_open"), true],
      [orphan, false],
      [ofGone, false],
    ] as const)
      expect([key, await files.exists(key)]).toEqual([key, isKept]);
  });

  test("removes the models of earlier runs once nobody works on the document", async () => {
    const { index, close } = await anIndex();
    const mill = await house.anOwner({ index, ai: wordVectors });
    const { files, workspaceId } = mill;
    const { id } = await aReadyDocument(mill, "The rent is due.");
    const earlier = `derived/${workspaceId}/${id}/run_earlier/model.json.gz`;
    await files.write(earlier, Buffer.from("x"));
    const incoming = createIncoming({ directories: [folder] });

    await doTwice(removeLeftoverUploads, house.upkeep({ files, incoming, clock: inDays(2) }));

    expect(await files.exists(earlier)).toBe(false);
    const left = await files.list(`derived/${workspaceId}/${id}`);
    expect(left.filter((key) => key.endsWith("/model.json.gz"))).toHaveLength(1);
    await close();
  });
});

describe("removing old runs", () => {
  test("asks for exactly what is older than was set, until nothing is left, and sweeps what has run out", async () => {
    const mill = await house.anOwner();
    await house.sql(`
      insert into idempotency_keys (workspace_id, actor_id, key, fingerprint, created_at) values
        ('${mill.workspaceId}', 'usr_1', 'old', 'x', now() - interval '2 days'),
        ('${mill.workspaceId}', 'usr_1', 'young', 'x', now());
      insert into sessions (id, user_id, app, expires_at, revoked_at) values
        ('ses_over', '${mill.actor.id}', 'web', now() - interval '1 hour', null),
        ('ses_revoked', '${mill.actor.id}', 'web', now() + interval '9 days', now() - interval '2 days'),
        ('ses_live', '${mill.actor.id}', 'web', now() + interval '9 days', null);
      insert into password_resets (id, user_id, token_hash, expires_at) values
        ('rst_over', '${mill.actor.id}', 'a', now() - interval '2 days'),
        ('rst_live', '${mill.actor.id}', 'b', now() + interval '1 hour');
      insert into sign_up_requests (id, email, name, workspace_name, password_hash, token_hash, expires_at) values
        ('sur_over', 'a@b.test', 'A', 'B', 'x', 'a', now() - interval '2 days'),
        ('sur_live', 'a@b.test', 'A', 'B', 'x', 'b', now() + interval '1 hour');
      insert into known_devices (id, user_id, token_hash, last_seen_at) values
        ('dev_over', '${mill.actor.id}', 'a', now() - interval '401 days'),
        ('dev_live', '${mill.actor.id}', 'b', now());
      insert into rate_limits (key, points, expire) values
        ('over', 1, 1000), ('live', 1, ${Date.now() + DAY_MS}), ('endless', 1, null)`);
    const asked: { runsEndedBefore: Date; eventsBefore: Date }[] = [];
    const answers = [
      { runs: 500, events: 20 },
      { runs: 0, events: 3 },
    ];
    const now = new Date();
    const ctx = house.upkeep({
      clock: () => now,
      retention: { runDays: 10, eventDays: 3, searchDays: 90, trashDays: 30, backupDays: null },
      runs: {
        removeOld: async (before) => {
          asked.push(before);
          return answers.shift() ?? { runs: 0, events: 0 };
        },
      },
    });

    let counts: Counts = {};
    for (let next: string | null = null, part = 0; part === 0 || next !== null; part++) {
      const done = await removeOldRuns.work(ctx, next);
      counts = added(counts, done.counts);
      next = done.next;
    }

    expect(asked).toHaveLength(3);
    expect(asked[0]).toEqual({
      runsEndedBefore: new Date(now.getTime() - 10 * DAY_MS),
      eventsBefore: new Date(now.getTime() - 3 * DAY_MS),
    });
    expect(counts).toMatchObject({ runs: 500, events: 23 });
    expect(removeOldRuns.summary(counts)).toMatch(/^Removed 500 runs, 23 events and \d+ rows/);
    const left = await house.sql<{ id: string }>(`
      select key as id from idempotency_keys union all select id from sessions where user_id = '${mill.actor.id}'
      union all select key from rate_limits where key not like 'sign-up/%'
      union all select id from password_resets union all select id from sign_up_requests
      union all select id from known_devices order by 1`);
    expect(left.map(({ id }) => id)).toEqual([
      "dev_live",
      "endless",
      "live",
      "rst_live",
      "ses_live",
      "sur_live",
      "young",
    ]);
  });

  test("still sweeps where Inngest keeps the runs", async () => {
    const { counts } = await doTwice(removeOldRuns, house.upkeep());
    expect(counts).toMatchObject({ runs: 0, events: 0 });
  });
});
