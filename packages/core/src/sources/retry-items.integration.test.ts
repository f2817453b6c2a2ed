import { SourceFailure } from "@besunny/connectors/sources/failures";
import type { SkipReason } from "@besunny/connectors/sources/source-words";
import { expect, test } from "vitest";

import { aColleague, aContext, announced, database } from "../../test/contexts";
import {
  aConnection,
  aSource,
  asSource,
  createMemoryProvider,
  fetchAll,
  sync,
} from "../../test/sources/a-source";
import { getSource } from "./get-source";
import { listItems } from "./list-items";
import { retryItems } from "./retry-items";

const DAY_MS = 24 * 3_600_000 + 1000;

const skipped = (skip: SkipReason) =>
  new SourceFailure("not-fetchable", "It is not read.", { skip });
const forbidden = new SourceFailure("item-forbidden", "The account may not read it.", {});
const refused = new SourceFailure("refused", "The provider refuses.", { code: "odd" });

/** A drive of eight files: two of each class of failure and of skip. */
async function aTroubledDrive() {
  const given = createMemoryProvider();
  const troubles = [forbidden, refused, skipped("no-download-right"), skipped("too-large")];
  for (const [number, trouble] of [...troubles, ...troubles].entries()) {
    given.memory.put(`file-${number}`);
    const times = trouble.kind === "not-fetchable" ? 1 : 3;
    given.memory.fail("fetch", trouble, { times, id: `file-${number}` });
  }
  const owner = await aContext({ role: "member", sources: given.sources });
  const id = await aSource(owner, await aConnection(owner, given));
  const source = asSource(owner, id);
  await sync(source, id);
  for (const days of [0, 1, 2]) {
    const clock = () => new Date(Date.now() + days * DAY_MS);
    await fetchAll({ ...source, clock }, id);
  }
  return { ...given, owner, id, source };
}
type Drive = Awaited<ReturnType<typeof aTroubledDrive>>;

/** The items of each class, as the report counts them. */
async function classesOf({ owner, id }: Drive): Promise<Record<string, number>> {
  const { reasons } = await getSource(owner, { id });
  return Object.fromEntries(
    reasons.map(({ state, reason, items }) => [reason ? `${state}/${reason}` : state, items]),
  );
}

test("one class is tried again, and no other is touched", async () => {
  const drive = await aTroubledDrive();
  const { owner, id } = drive;
  const before = {
    "failed/forbidden": 2,
    "failed/refused": 2,
    "skipped/no-download-right": 2,
    "skipped/too-large": 2,
  };
  expect(await classesOf(drive)).toEqual(before);

  const rights = { id, state: "skipped" as const, reason: "no-download-right" };
  expect(await retryItems(owner, rights)).toEqual({ retried: 2 });
  expect(await retryItems(owner, rights)).toEqual({ retried: 0 });
  expect(await retryItems(owner, { id, reason: "forbidden" })).toEqual({ retried: 2 });
  expect(await classesOf(drive)).toEqual({
    waiting: 4,
    "failed/refused": 2,
    "skipped/too-large": 2,
  });
  await fetchAll(drive.source, id);
  expect(await classesOf(drive)).toEqual({
    processing: 4,
    "failed/refused": 2,
    "skipped/too-large": 2,
  });
});

test("documents that failed here are processed again by their own reason, behind the work of people", async () => {
  const drive = await aTroubledDrive();
  const { owner, id } = drive;
  await retryItems(owner, { id, reason: "forbidden" });
  await retryItems(owner, { id, reason: "refused" });
  await fetchAll(drive.source, id);
  const { items } = await listItems(owner, { id, state: "processing" });
  const [one, other] = items.map(({ documentId }) => documentId ?? "");
  const scope = {
    workspaceId: owner.workspaceId,
    principals: [`usr_${owner.actor.id}`, owner.actor.id],
  };
  await database.write(scope, async ({ documents }) => {
    await documents.update(one ?? "", { status: "failed", errorCode: "CORRUPT" });
    await documents.update(other ?? "", { status: "failed", errorCode: "ENCRYPTED" });
  });
  expect(await classesOf(drive)).toMatchObject({ "failed/CORRUPT": 1, "failed/ENCRYPTED": 1 });

  const before = await announced(owner);
  expect(await retryItems(owner, { id, reason: "CORRUPT" })).toEqual({ retried: 1 });
  const asked = (await announced(owner)).slice(before.length);
  expect(asked.filter(({ name }) => name.startsWith("document/"))).toMatchObject([
    { name: "document/arrived", data: { documentId: one } },
  ]);
  expect(await classesOf(drive)).toMatchObject({ processing: 3, "failed/ENCRYPTED": 1 });
  expect(await retryItems(owner, { id, externalIds: [items[1]?.id ?? ""] })).toEqual({
    retried: 1,
  });
  expect(await classesOf(drive)).toMatchObject({ processing: 4 });
});

test("a skip that is what the thing is, another person and the neighbours get a refusal", async () => {
  const drive = await aTroubledDrive();
  const { owner, id } = drive;
  await expect(
    retryItems(owner, { id, state: "skipped", reason: "shortcut" }),
  ).rejects.toMatchObject({ code: "CONFLICT", hint: expect.stringContaining("at its source") });
  await expect(retryItems(owner, { id, state: "skipped" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  const strangers = [await aColleague(owner, { role: "admin" }), await aContext({ role: "owner" })];
  for (const stranger of strangers)
    await expect(retryItems(stranger, { id, reason: "forbidden" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  expect(await classesOf(drive)).toMatchObject({ "failed/forbidden": 2 });
});
