import { SourceFailure } from "@besunny/connectors/sources/failures";
import { expect, test } from "vitest";

import { aColleague, aContext, database } from "../../test/contexts";
import {
  aConnection,
  aSource,
  asSource,
  createMemoryProvider,
  fetchAll,
  sync,
} from "../../test/sources/a-source";
import { createMemorySource } from "../../test/sources/memory-source";
import { listNotices } from "../notifications/list-notices";
import { answerBrake } from "./answer-brake";
import { changeSource } from "./change-source";
import { compareSource } from "./compare-source";
import { claimItems } from "./fetching/claim-items";
import { getItem } from "./get-item";
import { getSource } from "./get-source";
import { listItems } from "./list-items";
import { listLooks } from "./list-looks";
import { listSources } from "./list-sources";
import { erasePage } from "./looking/erase-page";
import { loseCursor } from "./looking/lose-cursor";
import { readWork } from "./looking/read-work";
import { recordPage } from "./looking/record-page";
import { syncStep } from "./looking/sync-step";
import { pauseSource } from "./pause-source";
import { rehearseSource } from "./rehearse-source";
import { removeSource } from "./remove-source";
import { reportSource } from "./report-source";
import { resumeSource } from "./resume-source";
import { retryItems } from "./retry-items";

const down = () => new SourceFailure("provider-down", "It does not answer.", {});

async function aDrive(files = 7) {
  const given = createMemoryProvider(createMemorySource());
  for (let number = 0; number < files; number += 1)
    given.memory.put(`file-${String(number).padStart(4, "0")}`);
  const owner = await aContext({ role: "member", sources: given.sources });
  const connectionId = await aConnection(owner, given);
  const id = await aSource(owner, connectionId);
  const source = asSource(owner, id);
  return { ...given, owner, connectionId, id, source };
}

async function documentOf(ctx: { workspaceId: string }, sourceId: string, externalId: string) {
  const scope = { workspaceId: ctx.workspaceId, principals: [] };
  return database.read(scope, async ({ takenFiles }) =>
    takenFiles.find(`${sourceId}/${externalId}`),
  );
}
const countsOf = async (drive: Awaited<ReturnType<typeof aDrive>>) =>
  (await getSource(drive.owner, { id: drive.id })).source.counts;

test("a first listing finds everything, is fetched, and the report is what the provider counts", async () => {
  const drive = await aDrive();
  drive.memory.put("folder", { isFolder: true });
  drive.memory.put("big", { skip: "too-large" });
  await sync(drive.source, drive.id);
  expect(await countsOf(drive)).toMatchObject({ total: 8, waiting: 7, skipped: 1 });

  expect(await fetchAll(drive.source, drive.id)).toBe(7);
  const { source, reasons } = await getSource(drive.owner, { id: drive.id });
  expect(source.counts).toMatchObject({ total: 8, processing: 7, skipped: 1, waiting: 0 });
  expect(source.state).toBe("live");
  expect(reasons).toContainEqual(
    expect.objectContaining({ state: "skipped", reason: "too-large", items: 1 }),
  );
  const counted = [...drive.memory.things.values()].filter(({ isFolder }) => !isFolder).length;
  expect(source.counts.total).toBe(counted);
  const taken = await documentOf(drive.owner, drive.id, "file-0000");
  expect(taken).toMatchObject({ title: "file-0000", visibility: "owner" });
});

test("a step that breaks off, runs twice or runs late changes nothing but what it should", async () => {
  const drive = await aDrive(9);
  await syncStep(drive.source, { id: drive.id });
  const before = await readWork(drive.source, { id: drive.id });
  await syncStep(drive.source, { id: drive.id });
  const page = { id: drive.id, generation: before.generation, at: before.checkpoint };
  const late = await recordPage(drive.source, { ...page, items: [], next: null });
  expect(late.isRecorded).toBe(false);
  drive.memory.fail("enumerate", down());
  await sync(drive.source, drive.id);
  await sync(drive.source, drive.id);
  expect(await countsOf(drive)).toMatchObject({ total: 9, waiting: 9 });
});

test("changes are followed: an edit is a version, a rename a title, a deletion the trash, a return the way back", async () => {
  const drive = await aDrive(3);
  await sync(drive.source, drive.id);
  await fetchAll(drive.source, drive.id);
  drive.memory.put("file-0000", { content: "It says something else." });
  drive.memory.put("file-0001", { name: "Lease of Monday.txt" });
  drive.memory.remove("file-0002");
  drive.memory.put("new");
  await sync(drive.source, drive.id);
  expect(await countsOf(drive)).toMatchObject({ total: 3, waiting: 2 });
  await fetchAll(drive.source, drive.id);

  expect(await documentOf(drive.owner, drive.id, "file-0000")).toMatchObject({ version: 2 });
  expect(await documentOf(drive.owner, drive.id, "file-0001")).toMatchObject({
    title: "Lease of Monday",
    version: 1,
  });
  const gone = await documentOf(drive.owner, drive.id, "file-0002");
  expect(gone?.trashReason).toBe("deleted-there");
  drive.memory.put("file-0002");
  await sync(drive.source, drive.id);
  await fetchAll(drive.source, drive.id);
  expect((await documentOf(drive.owner, drive.id, "file-0002"))?.trashedAt).toBeNull();
  expect(await countsOf(drive)).toMatchObject({ total: 4, processing: 4 });
});

test("access that was lost hides the document from everybody, and trashes nothing", async () => {
  const drive = await aDrive(2);
  await sync(drive.source, drive.id);
  await fetchAll(drive.source, drive.id);
  drive.memory.remove("file-0001", "no-access");
  await sync(drive.source, drive.id);
  const hidden = await documentOf(drive.owner, drive.id, "file-0001");
  expect(hidden).toMatchObject({ trashedAt: null, visibility: "source", grantees: [] });
  const { items } = await listItems(drive.owner, { id: drive.id, state: "gone" });
  expect(items).toMatchObject([{ id: "file-0001", reason: "no-access" }]);
});

test("a lost cursor leads to a comparison by itself, which loses, doubles and removes nothing, and says so", async () => {
  const drive = await aDrive(8);
  await sync(drive.source, drive.id);
  await fetchAll(drive.source, drive.id);
  drive.memory.loseCursors();
  drive.memory.hide("file-0003");
  drive.memory.put("file-0009");
  await sync(drive.source, drive.id);
  await fetchAll(drive.source, drive.id);
  expect(await countsOf(drive)).toMatchObject({ total: 8, processing: 8 });
  const { items } = await listLooks(drive.owner, { id: drive.id });
  expect(items[0]).toMatchObject({ kind: "comparison", isCursorLost: true, outcome: "whole" });
  expect((await documentOf(drive.owner, drive.id, "file-0003"))?.trashReason).toBe("deleted-there");
});

test("a deletion of much asks first, tells the owner once, and does what they answer", async () => {
  const drive = await aDrive(120);
  await sync(drive.source, drive.id);
  for (let number = 0; number < 60; number += 1)
    drive.memory.hide(`file-${String(number).padStart(4, "0")}`);
  await compareSource(drive.owner, { id: drive.id });
  await sync(drive.source, drive.id);
  await sync(drive.source, drive.id);
  const { source } = await getSource(drive.owner, { id: drive.id });
  expect(source).toMatchObject({ state: "asking", question: { missing: 60, of: 120 } });
  expect(source.counts.total).toBe(120);
  const { items } = await listNotices(drive.owner, {});
  expect(items.filter(({ kind }) => kind === "source")).toHaveLength(1);

  await answerBrake(drive.owner, { id: drive.id, answer: "remove" });
  await sync(drive.source, drive.id);
  expect(await countsOf(drive)).toMatchObject({ total: 60 });
  expect((await getSource(drive.owner, { id: drive.id })).source.state).toBe("live");
});

test("so does a page of changes that removes much, and a root that is gone removes nothing", async () => {
  const drive = await aDrive(100);
  drive.memory.put("folder", { isFolder: true });
  for (let number = 0; number < 100; number += 1)
    drive.memory.put(`file-${String(number).padStart(4, "0")}`, { parentIds: ["folder"] });
  await sync(drive.source, drive.id);
  drive.memory.remove("folder");
  await sync(drive.source, drive.id);
  expect((await getSource(drive.owner, { id: drive.id })).source).toMatchObject({
    state: "asking",
    question: { missing: 100, of: 100 },
  });
  await answerBrake(drive.owner, { id: drive.id, answer: "look-again" });
  drive.memory.fail("begin", new SourceFailure("root-gone", "The drive is gone.", {}));
  await sync(drive.source, drive.id);
  const { source } = await getSource(drive.owner, { id: drive.id });
  expect(source).toMatchObject({ state: "asking", stateReason: "root-gone" });
  expect(source.counts.total).toBe(100);
  await answerBrake(drive.owner, { id: drive.id, answer: "keep" });
  expect((await getSource(drive.owner, { id: drive.id })).source.state).toBe("stopped");
});

test("being throttled is no try: it stops all workers until then, and everything goes on after", async () => {
  const drive = await aDrive(6);
  await sync(drive.source, drive.id);
  const until = new Date(Date.now() + 3_600_000);
  drive.memory.fail("fetch", new SourceFailure("throttled", "Wait.", { until, scope: "account" }));
  const first = await fetchAll(drive.source, drive.id);
  expect((await claimItems(drive.source, { id: drive.id })).why).toBe("blocked");
  expect((await readWork(drive.source, { id: drive.id })).does).toBe("wait");
  const later = { ...drive.source, clock: () => new Date(until.getTime() + 1000) };
  expect(first + (await fetchAll(later, drive.id))).toBe(6);
  const { items } = await listItems(drive.owner, { id: drive.id });
  expect(items.map(({ tries }) => tries)).toEqual([0, 0, 0, 0, 0, 0]);
});

test("one bad item is tried on three days, is failed then with a remedy, and stops nothing", async () => {
  const drive = await aDrive(4);
  await sync(drive.source, drive.id);
  const refused = new SourceFailure("item-forbidden", "The account may not read it.", {});
  drive.memory.fail("fetch", refused, { times: 3, id: "file-0001" });
  const day = 24 * 3_600_000 + 1000;
  for (const days of [0, 1, 2]) {
    const clock = () => new Date(Date.now() + days * day);
    await fetchAll({ ...drive.source, clock }, drive.id);
  }
  expect(await countsOf(drive)).toMatchObject({ processing: 3, failed: 1 });
  const { items } = await listItems(drive.owner, { id: drive.id, state: "failed" });
  expect(items).toMatchObject([
    { reason: "forbidden", remedy: expect.stringContaining("Ask who") },
  ]);
  expect(await retryItems(drive.owner, { id: drive.id })).toEqual({ retried: 1 });
  await fetchAll(drive.source, drive.id);
  expect(await countsOf(drive)).toMatchObject({ processing: 4, failed: 0 });
});

test("rules leave items out, say so, and are tried out before anything is fetched", async () => {
  const drive = await aDrive(5);
  const rules = { exclude: ["file-000?.txt"], include: ["*.txt", "*.pdf"] };
  drive.memory.put("kept");
  const rehearsal = await rehearseSource(drive.owner, {
    connectionId: drive.connectionId,
    kind: "drive",
    root: { folder: "root" },
    rules,
  });
  expect(rehearsal).toMatchObject({ files: 6, wanted: 1, isWhole: true });
  expect(rehearsal.skips).toEqual([{ state: "left-out", reason: "rule", files: 5 }]);
  expect(drive.memory.calls.fetch).toBe(0);

  await sync(drive.source, drive.id);
  await fetchAll(drive.source, drive.id);
  const { source } = await getSource(drive.owner, { id: drive.id });
  await changeSource(drive.owner, { id: drive.id, version: source.version, rules });
  await sync(drive.source, drive.id);
  expect(await countsOf(drive)).toMatchObject({ total: 6, leftOut: 5, processing: 1 });
  expect((await documentOf(drive.owner, drive.id, "file-0000"))?.trashReason).toBe("left-out");
  await expect(
    changeSource(drive.owner, { id: drive.id, version: source.version, name: "Other" }),
  ).rejects.toMatchObject({ code: "CONFLICT" });
});

test("a paused source rests, and a removed one takes its documents along or leaves them", async () => {
  const drive = await aDrive(3);
  await pauseSource(drive.owner, { id: drive.id });
  expect(await sync(drive.source, drive.id)).toBe(1);
  expect(drive.memory.calls.begin).toBe(0);
  await resumeSource(drive.owner, { id: drive.id });
  await sync(drive.source, drive.id);
  await fetchAll(drive.source, drive.id);
  await removeSource(drive.owner, { id: drive.id, keeps: false });
  expect(await erasePage(drive.source, { id: drive.id, keeps: false })).toEqual({ isOver: true });
  expect(await erasePage(drive.source, { id: drive.id, keeps: false })).toEqual({ isOver: true });
  expect((await documentOf(drive.owner, drive.id, "file-0000"))?.trashReason).toBe(
    "source-removed",
  );
  expect((await listSources(drive.owner, {})).items).toEqual([]);
});

test("nobody else sees a private source: not an admin, and not next door", async () => {
  const drive = await aDrive(2);
  await sync(drive.source, drive.id);
  const admin = await aColleague(drive.owner, { role: "admin" });
  const neighbour = await aContext({ role: "owner", sources: drive.sources });
  for (const other of [admin, neighbour]) {
    expect((await listSources(other, {})).items).toEqual([]);
    for (const look of [getSource, listItems, listLooks, reportSource, pauseSource, compareSource])
      await expect(look(other, { id: drive.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const item = { id: drive.id, itemId: "file-0000" };
    await expect(getItem(other, item)).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  const { csv } = await reportSource(drive.owner, { id: drive.id });
  expect(csv.split("\n")).toHaveLength(4);
});

test("a cursor that was lost meanwhile is lost once", async () => {
  const drive = await aDrive(2);
  await sync(drive.source, drive.id);
  const { cursor } = await readWork(drive.source, { id: drive.id });
  await loseCursor(drive.source, { id: drive.id, cursor: "another" });
  expect((await getSource(drive.owner, { id: drive.id })).source.state).toBe("live");
  await loseCursor(drive.source, { id: drive.id, cursor: cursor ?? "" });
  expect((await getSource(drive.owner, { id: drive.id })).source.state).toBe("listing");
});
