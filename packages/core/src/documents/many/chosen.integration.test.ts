import { describe, expect, test } from "vitest";

import { aColleague, aContext } from "../../../test/contexts";
import { aDocument } from "../../../test/documents";
import { createReprocessBatch } from "../../batches/create-reprocess-batch";
import type { WorkspaceContext } from "../../context";
import { createProject } from "../../projects/create-project";
import { putProjectMember } from "../../projects/put-project-member";
import { fileDocuments } from "../file-documents";
import { listDocuments } from "../list-documents";
import { restoreDocuments } from "../restore-documents";
import { trashDocuments } from "../trash-documents";
import { correctTypes } from "./correct-types";

const titles = async (ctx: WorkspaceContext, input: Parameters<typeof listDocuments>[1] = {}) =>
  (await listDocuments(ctx, { sort: "title", ...input })).items.map(({ title }) => title);

async function aLibrary() {
  const ctx = await aContext();
  const [lease, second, memo] = await Promise.all(
    ["Lease 1", "Lease 2", "Memo"].map((title) => aDocument(ctx, { title })),
  );
  return { ctx, lease: lease?.id ?? "", second: second?.id ?? "", memo: memo?.id ?? "" };
}

describe("all documents that match a query", () => {
  test("go to the trash but those left out, and come back", async () => {
    const { ctx, lease, second } = await aLibrary();

    const { ids } = await trashDocuments(ctx, { matching: { q: "lease", except: [second] } });
    expect(ids).toEqual([lease]);
    expect(await titles(ctx)).toEqual(["Lease 2", "Memo"]);

    await restoreDocuments(ctx, { ids });
    expect(await titles(ctx)).toEqual(["Lease 1", "Lease 2", "Memo"]);
  });

  test("are filed, get a type and are processed again", async () => {
    const { ctx, second } = await aLibrary();
    const project = await createProject(ctx, { name: "Building" });

    await fileDocuments(ctx, { projectId: project.id, addMatching: { q: "lease" } });
    expect(await titles(ctx, { projectId: project.id })).toEqual(["Lease 1", "Lease 2"]);

    const { ids } = await correctTypes(ctx, {
      matching: { q: "lease", except: [second] },
      type: "contract",
    });
    expect(ids).toHaveLength(1);
    expect(await titles(ctx, { type: "contract" })).toEqual(["Lease 1"]);

    await trashDocuments(ctx, { matching: { q: "memo" } });
    await expect(
      createReprocessBatch(ctx, { filter: { q: "lease" }, except: [second] }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("leave out what the caller may only read, and by its id it refuses all", async () => {
    const ctx = await aContext();
    const project = await createProject(ctx, { name: "Ours" });
    const reader = await aColleague(ctx, { projects: [{ id: project.id, role: "reader" }] });
    await putProjectMember(ctx, { id: project.id, userId: reader.actor.id, role: "reader" });
    const { id: kept } = await aDocument(ctx, { title: "Lease 1", projectIds: [project.id] });
    const { id: free } = await aDocument(ctx, { title: "Lease 2" });

    await expect(trashDocuments(reader, { ids: [kept, free] })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(correctTypes(reader, { ids: [kept], type: "memo" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect((await correctTypes(reader, { matching: {}, type: "memo" })).ids).toEqual([free]);
    expect((await trashDocuments(reader, { matching: {} })).ids).toEqual([free]);
    expect(await titles(ctx)).toEqual(["Lease 1"]);
  });

  test("are none next door, and none for a viewer", async () => {
    const { ctx } = await aLibrary();
    const neighbour = await aContext({ role: "owner" });
    const viewer = await aColleague(ctx, { role: "viewer" });

    expect((await trashDocuments(neighbour, { matching: { q: "lease" } })).ids).toEqual([]);
    for (const change of [
      () => trashDocuments(viewer, { matching: {} }),
      () => correctTypes(viewer, { matching: {}, type: "memo" }),
    ])
      await expect(change()).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await titles(ctx)).toHaveLength(3);
  });

  test("must be named in one way", async () => {
    const { ctx, lease } = await aLibrary();
    for (const choice of [{}, { ids: [lease], matching: {} }])
      await expect(trashDocuments(ctx, choice)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});
