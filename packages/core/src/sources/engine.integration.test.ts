import { SourceFailure } from "@besunny/connectors/sources/failures";
import { expect, test } from "vitest";

import { aContext, announced, database, inBackground } from "../../test/contexts";
import {
  aConnection,
  aSource,
  asSource,
  createMemoryProvider,
  fetchAll,
  sync,
} from "../../test/sources/a-source";
import { disconnect } from "../connections/disconnect";
import { noteTrouble } from "../connections/note-trouble";
import { trashDocuments } from "../documents/trash-documents";
import { compareSource } from "./compare-source";
import { getSource } from "./get-source";
import { listItems } from "./list-items";
import { listLooks } from "./list-looks";
import { pauseSource } from "./pause-source";
import { applyGrants } from "./people/apply-grants";
import { fetchSharings } from "./people/fetch-sharings";
import { removeSource } from "./remove-source";
import { resumeSource } from "./resume-source";
import { closeWatch } from "./watching/close-watch";
import { renewWatch } from "./watching/renew-watch";

async function aDrive(rules: object = {}, more: { visibility?: "source" } = {}) {
  const given = createMemoryProvider();
  const owner = await aContext({ role: "member", sources: given.sources });
  const connectionId = await aConnection(owner, given);
  const id = await aSource(owner, connectionId, { rules, ...more });
  return { ...given, owner, connectionId, id, source: asSource(owner, id) };
}
type Drive = Awaited<ReturnType<typeof aDrive>>;

const countsOf = async ({ owner, id }: Drive) => (await getSource(owner, { id })).source.counts;
const titleOf = async ({ owner, id }: Drive, externalId: string) => {
  const scope = { workspaceId: owner.workspaceId, principals: [] };
  const taken = await database.read(scope, ({ takenFiles }) =>
    takenFiles.find(`${id}/${externalId}`),
  );
  return taken?.title ?? null;
};
const aMail = (from: string, labels: string[], hasAttachments = false) => ({
  fileName: `Letter of ${from}.eml`,
  modifiedAt: new Date("2026-03-04T10:00:00Z"),
  mail: { messageId: null, threadId: null, labels, from, hasAttachments },
});

test("what only the message tells is kept, and the rules are judged again when it is known", async () => {
  const drive = await aDrive({
    labels: ["INBOX"],
    senders: ["@port.example"],
    include: ["Letter of *"],
  });
  drive.memory.put("one", {
    name: "Message one",
    isNameless: true,
    told: aMail("ana@port.example", ["INBOX"]),
  });
  drive.memory.put("two", {
    name: "Message two",
    isNameless: true,
    told: aMail("ben@other.example", ["INBOX"]),
  });
  drive.memory.put("three", {
    name: "Message three",
    isNameless: true,
    told: aMail("ana@port.example", ["SENT"]),
  });
  await sync(drive.source, drive.id);
  expect(await countsOf(drive)).toMatchObject({ waiting: 3 });
  await fetchAll(drive.source, drive.id);
  expect(await countsOf(drive)).toMatchObject({ total: 3, processing: 1, leftOut: 2 });
  expect(await titleOf(drive, "one")).toBe("Letter of ana@port.example");
  expect(await titleOf(drive, "two")).toBeNull();
  const { items } = await listItems(drive.owner, { id: drive.id, state: "left-out" });
  expect(items.find(({ id }) => id === "three")).toMatchObject({
    reason: "rule",
    from: "ana@port.example",
    labels: ["SENT"],
    modifiedAt: new Date("2026-03-04T10:00:00Z"),
  });

  const fetched = drive.memory.calls.fetch;
  await compareSource(drive.owner, { id: drive.id });
  await sync(drive.source, drive.id);
  expect(await countsOf(drive)).toMatchObject({ processing: 1, leftOut: 2, waiting: 0 });
  expect(await titleOf(drive, "one")).toBe("Letter of ana@port.example");
  expect(drive.memory.calls.fetch).toBe(fetched);

  drive.memory.put("three", { told: aMail("ana@port.example", ["INBOX"]) });
  await sync(drive.source, drive.id);
  await fetchAll(drive.source, drive.id);
  expect(await countsOf(drive)).toMatchObject({ processing: 2, leftOut: 1 });
});

test("a look whose cursor stays until its last page ends, and misses nothing", async () => {
  const drive = await aDrive();
  await sync(drive.source, drive.id);
  drive.memory.holdCursors();
  for (let number = 0; number < 10; number += 1) drive.memory.put(`new-${number}`);
  expect(await sync(drive.source, drive.id, 5)).toBeLessThan(5);
  expect(await countsOf(drive)).toMatchObject({ total: 10, waiting: 10 });
});

test("after a listing of which a part could not be read, nothing is taken for gone", async () => {
  const drive = await aDrive();
  for (const id of ["one", "two", "three", "four"]) drive.memory.put(id);
  await sync(drive.source, drive.id);
  drive.memory.hide("two");
  drive.memory.listPartly();
  await compareSource(drive.owner, { id: drive.id });
  await sync(drive.source, drive.id);
  expect(await countsOf(drive)).toMatchObject({ total: 4 });
  const { items } = await listLooks(drive.owner, { id: drive.id });
  expect(items[0]).toMatchObject({ outcome: "whole", note: expect.stringContaining("removed") });

  drive.memory.listPartly(false);
  await compareSource(drive.owner, { id: drive.id });
  await sync(drive.source, drive.id);
  expect(await countsOf(drive)).toMatchObject({ total: 3 });
});

test("after a whole listing the provider is asked what it counts, and if it does not say, nothing else suffers", async () => {
  const drive = await aDrive();
  for (const id of ["one", "two", "three", "four"]) drive.memory.put(id);
  await sync(drive.source, drive.id);
  const { source } = await getSource(drive.owner, { id: drive.id });
  expect(source).toMatchObject({ counted: 4, countedAt: expect.any(Date), state: "live" });
  drive.memory.put("five");
  drive.memory.fail("count", new SourceFailure("provider-down", "It does not answer.", {}));
  await compareSource(drive.owner, { id: drive.id });
  await sync(drive.source, drive.id);
  const after = await getSource(drive.owner, { id: drive.id });
  expect(after.source).toMatchObject({ counted: 4, state: "live", failures: 0 });
  expect(after.source.counts.total).toBe(5);
});

test("sharings that a listing does not carry are read once each, and groups every six hours", async () => {
  const drive = await aDrive({}, { visibility: "source" });
  const { memory, source, id, owner } = drive;
  memory.sharings.set("team", [{ kind: "group", ref: "crew", name: "Crew" }]);
  memory.sharings.set("closed", [{ kind: "user", address: "ana@harbour.example" }]);
  memory.members.set("crew", [`${drive.provider.subject}@harbour.example`.toUpperCase()]);
  for (const each of ["one", "two", "three"]) memory.put(each, { grantsKey: "team" });
  memory.put("four", { grantsKey: "closed" });
  memory.fail("grants", new SourceFailure("item-forbidden", "No.", {}), { id: "four" });
  await sync(source, id);
  const readAll = async (ctx = source) => {
    while (!(await fetchSharings(ctx, { id })).isOver);
    await applyGrants(inBackground(owner, undefined, "apply-grants"), { sourceId: id });
  };
  await readAll();
  await readAll();
  expect(memory.calls).toMatchObject({ grants: 2, members: 1 });
  await fetchAll(source, id);
  const seers = async (externalId: string) => {
    const scope = { workspaceId: owner.workspaceId, principals: [] };
    const taken = await database.read(scope, ({ takenFiles }) =>
      takenFiles.find(`${id}/${externalId}`),
    );
    return taken?.grantees;
  };
  expect(await seers("one")).toEqual([owner.actor.id]);
  expect(await seers("four")).toEqual([]);

  memory.members.set("crew", []);
  const later = { ...source, clock: () => new Date(Date.now() + 7 * 3_600_000) };
  await readAll(later);
  expect(await seers("one")).toEqual([]);

  memory.put("four");
  await sync(source, id);
  await readAll();
  expect(memory.calls.grants).toBe(3);
});

test("channels are closed at the provider when they are opened anew, and with their source or account", async () => {
  const drive = await aDrive();
  const { memory, source, id, owner, connectionId } = drive;
  await sync(source, id);
  await renewWatch(source, { id });
  await renewWatch(source, { id });
  expect([...memory.watches]).toEqual(["watch-2"]);
  await removeSource(owner, { id, keeps: true });
  await closeWatch(source, { id });
  expect([...memory.watches]).toEqual([]);

  const other = await aSource(owner, connectionId, { root: { folder: "other" } });
  await renewWatch(asSource(owner, other), { id: other });
  expect(memory.watches.size).toBe(1);
  await disconnect(owner, { id: connectionId, keeps: true });
  expect(memory.watches.size).toBe(0);
});

test("what becomes of a source is told outside", async () => {
  const drive = await aDrive();
  const { source, id, owner, connectionId } = drive;
  await sync(source, id);
  await pauseSource(owner, { id });
  await resumeSource(owner, { id });
  const trouble = { kind: "reconnect" as const, reason: "revoked", message: "It was revoked." };
  await noteTrouble(source, { id: connectionId, trouble });
  const told = (await announced(owner)).filter(({ name }) => name === "source/state-changed");
  expect(told.map(({ data }) => data)).toEqual(
    ["live", "paused", "live", "stopped"].map((state) =>
      expect.objectContaining({ sourceId: id, state }),
    ),
  );
});

test("what a person threw away here is not fetched again, however often it changes there", async () => {
  const drive = await aDrive();
  const { memory, source, id, owner } = drive;
  memory.put("one");
  memory.put("two");
  await sync(source, id);
  await fetchAll(source, id);
  const { items } = await listItems(owner, { id });
  const documentId = items.find((item) => item.id === "one")?.documentId ?? "";
  await trashDocuments(owner, { ids: [documentId] });
  const { fetch } = memory.calls;
  for (const content of ["Another.", "And another."]) memory.put("one", { content });
  await sync(source, id);
  await compareSource(owner, { id });
  await sync(source, id);
  expect(await countsOf(drive)).toMatchObject({ total: 2, waiting: 0, leftOut: 1, processing: 1 });
  await fetchAll(source, id);
  expect(memory.calls.fetch).toBe(fetch);
});
