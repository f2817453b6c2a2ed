import { expect, test } from "vitest";

import { aColleague, aContext, auditOf } from "../../test/contexts";
import { aDocument, aRestrictedProject } from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { countDocuments } from "../documents/count-documents";
import { listDocuments } from "../documents/list-documents";
import { listTags } from "./list-tags";
import { mergeTags } from "./merge-tags";
import { removeTag } from "./remove-tag";
import { renameTag } from "./rename-tag";
import { tagDocuments } from "./tag-documents";

const tagged = async (ctx: WorkspaceContext, q: string) =>
  (await listDocuments(ctx, { q, sort: "title" })).items.map(({ title }) => title);

const tagsOf = async (ctx: WorkspaceContext) =>
  (await listTags(ctx, {})).items.map(({ name, documentCount }) => [name, documentCount]);

async function tagNamed(ctx: WorkspaceContext, name: string): Promise<string> {
  return (await listTags(ctx, {})).items.find((tag) => tag.name === name)?.id ?? "";
}

test("documents get tags, are found by them, counted by them and lose them", async () => {
  const ctx = await aContext();
  const { id: lease } = await aDocument(ctx, { title: "Lease" });
  const { id: memo } = await aDocument(ctx, { title: "Memo" });
  await aDocument(ctx, { title: "Plan" });

  const { ids } = await tagDocuments(ctx, { ids: [lease, memo], add: ["To  pay", "2026"] });
  expect(ids.toSorted()).toEqual([lease, memo].toSorted());
  await tagDocuments(ctx, { ids: [memo], add: ["TO PAY"], remove: ["2026"] });

  expect(await tagsOf(ctx)).toEqual([
    ["2026", 1],
    ["To pay", 2],
  ]);
  expect(await tagged(ctx, 'tag:"to pay"')).toEqual(["Lease", "Memo"]);
  expect(await tagged(ctx, "tag:2026,none")).toEqual(["Lease", "Plan"]);
  expect(await tagged(ctx, "-tag:2026")).toEqual(["Memo", "Plan"]);
  const { tags } = await countDocuments(ctx, { q: "tag:2026" });
  expect(tags.map(({ name, count }) => [name, count])).toEqual([
    ["To pay", 2],
    [null, 1],
    ["2026", 1],
  ]);
  const [first] = (await listDocuments(ctx, { q: "title:Lease" })).items;
  expect(first?.tags.map(({ name }) => name)).toEqual(["2026", "To pay"]);
});

test("all that match a query get a tag", async () => {
  const ctx = await aContext();
  for (const title of ["Lease 1", "Lease 2", "Memo"]) await aDocument(ctx, { title });

  await tagDocuments(ctx, { matching: { q: "lease" }, add: ["rent"] });
  expect(await tagged(ctx, "tag:rent")).toEqual(["Lease 1", "Lease 2"]);
  expect(await auditOf(ctx)).toContainEqual(
    expect.objectContaining({ operation: "tags.tag-documents", outcome: "ok" }),
  );
});

test("a tag is renamed, merged and removed, everywhere at once", async () => {
  const ctx = await aContext({ role: "admin" });
  const { id: lease } = await aDocument(ctx, { title: "Lease" });
  const { id: memo } = await aDocument(ctx, { title: "Memo" });
  await tagDocuments(ctx, { ids: [lease], add: ["rent"] });
  await tagDocuments(ctx, { ids: [memo], add: ["Rents"] });

  await expect(
    renameTag(ctx, { id: await tagNamed(ctx, "Rents"), name: "RENT" }),
  ).rejects.toMatchObject({ code: "CONFLICT" });
  await renameTag(ctx, { id: await tagNamed(ctx, "rent"), name: "Rent" });
  const rent = await tagNamed(ctx, "Rent");
  await expect(mergeTags(ctx, { id: rent, into: rent })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await mergeTags(ctx, { id: await tagNamed(ctx, "Rents"), into: rent });
  expect(await tagsOf(ctx)).toEqual([["Rent", 2]]);
  expect(await tagged(ctx, "tag:rent")).toEqual(["Lease", "Memo"]);

  await removeTag(ctx, { id: rent });
  expect(await tagsOf(ctx)).toEqual([]);
  expect(await tagged(ctx, "")).toEqual(["Lease", "Memo"]);
});

test("readers and members are refused what is not theirs, and next door there is no tag", async () => {
  const { admin, insider, outsider, project } = await aRestrictedProject();
  const { id } = await aDocument(admin, { title: "Secret", projectIds: [project.id] });
  await tagDocuments(insider, { ids: [id], add: ["urgent"] });
  const urgent = await tagNamed(admin, "urgent");
  const viewer = await aColleague(admin, { role: "viewer" });

  expect(await tagsOf(insider)).toEqual([["urgent", 1]]);
  expect(await tagsOf(outsider)).toEqual([["urgent", 0]]);
  expect((await tagDocuments(outsider, { ids: [id], remove: ["urgent"] })).ids).toEqual([]);
  await expect(tagDocuments(viewer, { matching: {}, add: ["x"] })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await expect(renameTag(insider, { id: urgent, name: "later" })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });

  const neighbour = await aContext({ role: "owner" });
  expect(await tagsOf(neighbour)).toEqual([]);
  for (const change of [
    () => renameTag(neighbour, { id: urgent, name: "mine" }),
    () => removeTag(neighbour, { id: urgent }),
    () => mergeTags(neighbour, { id: urgent, into: `${urgent}1` }),
  ])
    await expect(change()).rejects.toMatchObject({ code: "NOT_FOUND" });
});
