import { randomUUID } from "node:crypto";

import { afterAll, expect, test } from "vitest";

import { aColleague, aContext } from "../../test/contexts";
import { aDocument, anIndex } from "../../test/documents";
import { anEquippedOwner, sampleFile } from "../../test/world";
import type { WorkspaceContext } from "../context";
import { correctType } from "../documents/correct-type";
import { fileDocuments } from "../documents/file-documents";
import { listDocuments } from "../documents/list-documents";
import { receiveUpload } from "../documents/receive-upload";
import { trashDocuments } from "../documents/trash-documents";
import { listProjects } from "../projects/list-projects";
import { createView } from "../views/create-view";
import { officeMoveFiles } from "./contract";
import { getFirstSteps } from "./get-first-steps";
import { noteFirstStep } from "./note-first-step";
import { removeSample } from "./remove-sample";
import { startSample } from "./start-sample";

const { index, close } = await anIndex();
afterAll(close);

const name = "Sample: Office move";
const titlesOf = async (ctx: WorkspaceContext) =>
  (await listDocuments(ctx, { limit: 200 })).items.map(({ title }) => title);
const doneBy = async (ctx: WorkspaceContext) =>
  (await getFirstSteps(ctx, {})).steps.filter(({ isDone }) => isDone).map(({ step }) => step);

test("an own copy of the sample is made once, however often it is asked for", async () => {
  const owner = await anEquippedOwner(index);

  const first = await startSample(owner, { name });
  const second = await startSample(owner, { name: "Another" });

  expect(second).toEqual(first);
  const { items } = await listProjects(owner, {});
  expect(items).toMatchObject([{ name, isSample: true, documentCount: officeMoveFiles.length }]);
  expect((await getFirstSteps(owner, {})).sampleProject).toEqual({ id: first.projectId, name });
});

test("the sample goes in one step with everything that it brought, and with nothing else", async () => {
  const owner = await anEquippedOwner(index);
  const own = await aDocument(owner, { title: "Own" });
  const { projectId } = await startSample(owner, { name });
  await fileDocuments(owner, { projectId, add: [own.id] });
  const { items } = await listDocuments(owner, { limit: 200 });
  const [some] = items.filter(({ id }) => id !== own.id);
  await trashDocuments(owner, { ids: [some?.id ?? ""] });

  expect(await removeSample(owner, {})).toEqual({ deleted: officeMoveFiles.length });

  expect(await titlesOf(owner)).toEqual(["Own"]);
  expect((await listDocuments(owner, { trashed: true })).items).toEqual([]);
  expect((await listProjects(owner, {})).items).toEqual([]);
  await expect(removeSample(owner, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a sample file that the workspace had before stays when the sample goes", async () => {
  const owner = await anEquippedOwner(index);
  const [fileName = ""] = officeMoveFiles;
  const { document } = await receiveUpload(owner, {
    path: sampleFile(fileName),
    fileName,
    source: "sample",
  });
  await startSample(owner, { name });

  expect(await removeSample(owner, {})).toEqual({ deleted: officeMoveFiles.length - 1 });

  expect((await listDocuments(owner, {})).items.map(({ id }) => id)).toEqual([document.id]);
});

test("members neither start nor remove the sample", async () => {
  const owner = await anEquippedOwner(index);
  const member = await aColleague(owner);
  await expect(startSample(member, { name })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await startSample(owner, { name });
  await expect(removeSample(member, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("the workspace next door has no sample by it", async () => {
  const owner = await anEquippedOwner(index);
  await startSample(owner, { name });
  const neighbour = await anEquippedOwner(index);
  expect((await getFirstSteps(neighbour, {})).sampleProject).toBeNull();
  await expect(removeSample(neighbour, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await titlesOf(owner)).toHaveLength(officeMoveFiles.length);
});

test("steps tick themselves, and only for the person who did them", async () => {
  const ctx = await aContext({ role: "member" });
  const colleague = await aColleague(ctx);
  expect((await getFirstSteps(ctx, {})).steps.map(({ step }) => step)).toEqual([
    "upload",
    "place",
    "type",
    "ask",
    "view",
  ]);
  expect(await doneBy(ctx)).toEqual([]);

  const { id } = await aDocument(ctx, { title: randomUUID() });
  await correctType(ctx, { id, type: "memo" });
  await noteFirstStep(ctx, { what: "placeSeen" });
  await createView(ctx, { name: "Leases", query: "lease" });

  expect(await doneBy(ctx)).toEqual(["upload", "place", "type", "view"]);
  expect(await doneBy(colleague)).toEqual([]);
});

test("the sample ticks no step, because nobody brought it", async () => {
  const owner = await anEquippedOwner(index);
  await startSample(owner, { name });
  const [mail] = (await listDocuments(owner, {})).items;
  await aDocument(owner, { parentId: mail?.id ?? "", source: "attachment" });
  expect(await doneBy(owner)).toEqual([]);
});

test("the list is skipped for good, and comes back when it is asked for", async () => {
  const ctx = await aContext({ role: "viewer" });
  await noteFirstStep(ctx, { what: "skipped" });
  expect(await getFirstSteps(ctx, {})).toMatchObject({ isSkipped: true });
  await noteFirstStep(ctx, { what: "reopened" });
  const { isSkipped, steps } = await getFirstSteps(ctx, {});
  expect(isSkipped).toBe(false);
  expect(steps.map(({ step }) => step)).toEqual(["place", "ask", "view"]);
});
