import { afterAll, expect, test } from "vitest";

import { aColleague, aContext, inBackground } from "../../test/contexts";
import { aDocument, anIndex, aReadyDocument, aRestrictedProject } from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { fileDocuments } from "../documents/file-documents";
import { changeView } from "./change-view";
import { createView } from "./create-view";
import { getView } from "./get-view";
import { listNewDocuments } from "./list-new-documents";
import { listViews } from "./list-views";
import { removeView } from "./remove-view";
import { setViewHabits } from "./set-view-habits";

const { index, close } = await anIndex();
afterAll(close);

const names = async (ctx: WorkspaceContext) =>
  (await listViews(ctx, {})).items.map(({ name }) => name);

test("a view is its owner's until they share it, and nobody else's to change", async () => {
  const ctx = await aContext();
  const colleague = await aColleague(ctx);
  const { id } = await createView(ctx, { name: "Leases", query: "type:contract lease" });

  expect(await names(ctx)).toEqual(["Leases"]);
  expect(await names(colleague)).toEqual([]);
  await expect(getView(colleague, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });

  await changeView(ctx, { id, name: "All leases", isShared: true });
  expect(await getView(colleague, { id })).toMatchObject({
    name: "All leases",
    query: "type:contract lease",
    isMine: false,
    isPinned: false,
    owner: { id: ctx.actor.id },
  });
  await expect(changeView(colleague, { id, name: "Mine" })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await expect(removeView(colleague, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await setViewHabits(colleague, { id, isPinned: true });
  expect(await getView(colleague, { id })).toMatchObject({ isPinned: true });

  await removeView(ctx, { id });
  expect(await names(colleague)).toEqual([]);
});

test("a viewer saves views but shares none", async () => {
  const viewer = await aContext({ role: "viewer" });
  const { id } = await createView(viewer, { name: "Mine", query: "lease" });

  await expect(
    createView(viewer, { name: "For all", query: "lease", isShared: true }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(changeView(viewer, { id, isShared: true })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

test("another workspace sees no view, shared or not", async () => {
  const { id } = await createView(await aContext(), { name: "Ours", query: "", isShared: true });
  const neighbour = await aContext();

  expect(await names(neighbour)).toEqual([]);
  const missing = { code: "NOT_FOUND" };
  await expect(getView(neighbour, { id })).rejects.toMatchObject(missing);
  await expect(changeView(neighbour, { id, name: "x" })).rejects.toMatchObject(missing);
  await expect(removeView(neighbour, { id })).rejects.toMatchObject(missing);
  await expect(setViewHabits(neighbour, { id, isPinned: true })).rejects.toMatchObject(missing);
  await expect(listNewDocuments(neighbour, { id })).rejects.toMatchObject(missing);
});

test("an alert counts what became ready since its owner looked, and nothing else", async () => {
  const { ready, ctx } = await withReady();
  await ready("Lease of before");
  const { id } = await createView(ctx, { name: "Leases", query: "lease" });
  const count = async () => (await getView(ctx, { id })).newCount;
  expect(await count()).toBeNull();

  await setViewHabits(ctx, { id, isAlerting: true });
  expect(await count()).toBe(0);
  const lease = await ready("Lease of the mill");
  await ready("Bill");
  await aDocument(ctx, { title: "Lease that is not ready" });

  expect(await count()).toBe(1);
  expect((await listNewDocuments(ctx, { id })).items.map((each) => each.id)).toEqual([lease]);
  await setViewHabits(ctx, { id, isSeen: true });
  expect(await count()).toBe(0);
});

test("an alert on a search finds words in the text, too", async () => {
  const { ready, ctx } = await withReady();
  const { id } = await createView(ctx, { name: "Rent", query: "sublet", place: "search" });
  await setViewHabits(ctx, { id, isAlerting: true });
  await ready("Letter", "The tenant may not sublet the rooms.");

  expect((await getView(ctx, { id })).newCount).toBe(1);
});

test("an alert is silent on documents that its owner may not see", async () => {
  const { project, insider, outsider } = await aRestrictedProject({ index });
  const views = [];
  for (const ctx of [insider, outsider]) {
    const { id } = await createView(ctx, { name: "All", query: "" });
    views.push({ ctx, id });
    await setViewHabits(ctx, { id, isAlerting: true });
  }
  const { id } = await aReadyDocument(insider, "A secret text.", { title: "Secret" });
  await fileDocuments(insider, { projectId: project.id, add: [id] });

  const counts = [];
  for (const { ctx, id: view } of views) counts.push((await getView(ctx, { id: view })).newCount);
  expect(counts).toEqual([1, 0]);
});

test("background functions have no views", async () => {
  await expect(listViews(inBackground(await aContext()), {})).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

async function withReady() {
  const ctx = await aContext({ index });
  const ready = async (title: string, text = `Some words of ${title}.`) =>
    (await aReadyDocument(ctx, text, { title, fileName: `${title}.txt` })).id;
  return { ctx, ready };
}

test("a view opens with the columns that it was saved with, also those of fields", async () => {
  const ctx = await aContext();
  const layout = {
    columns: ["size", "fld_1a", "type"],
    density: "comfortable" as const,
    look: "table" as const,
  };
  const { id } = await createView(ctx, { name: "Sizes", query: "", sort: "fld_1a_desc", layout });
  expect(await getView(ctx, { id })).toMatchObject({ layout, sort: "fld_1a_desc" });

  await changeView(ctx, { id, name: "Sizes 2" });
  expect((await getView(ctx, { id })).layout).toEqual(layout);
  await changeView(ctx, { id, layout: null });
  expect((await getView(ctx, { id })).layout).toBeNull();
  await expect(
    createView(ctx, { name: "No", query: "", layout: { ...layout, columns: ["colour"] } }),
  ).rejects.toMatchObject({ code: "INVALID_INPUT" });
});
