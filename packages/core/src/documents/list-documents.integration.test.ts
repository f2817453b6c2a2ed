import { describe, expect, test } from "vitest";

import { aColleague, aContext } from "../../test/contexts";
import { aDocument, aRestrictedProject, aStartedDocument } from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { createProject } from "../projects/create-project";
import { listProjects } from "../projects/list-projects";
import { listTypes } from "../understanding/list-types";
import { correctType } from "./correct-type";
import { countDocuments } from "./count-documents";
import { fileDocuments } from "./file-documents";
import { listDocuments } from "./list-documents";
import { renameDocument } from "./rename-document";
import { trashDocuments } from "./trash-documents";

type Listed = Parameters<typeof listDocuments>[1];

const idsOf = async (ctx: WorkspaceContext, input: Listed = {}) =>
  (await listDocuments(ctx, input)).items.map(({ id }) => id);

async function severalDocuments(ctx: WorkspaceContext, titles: readonly string[]) {
  const made: string[] = [];
  for (const title of titles) made.push((await aDocument(ctx, { title })).id);
  return made;
}

describe("listDocuments", () => {
  test("gives the newest first, the oldest first or by title, as it is asked", async () => {
    const ctx = await aContext();
    const [b, c, a] = await severalDocuments(ctx, ["Beta", "Gamma", "Alpha"]);

    expect(await idsOf(ctx)).toEqual([a, c, b]);
    expect(await idsOf(ctx, { sort: "oldest" })).toEqual([b, c, a]);
    expect(await idsOf(ctx, { sort: "title" })).toEqual([a, b, c]);
  });

  test.each(["newest", "oldest", "title"] as const)(
    "pages through the %s without skipping or repeating any while documents come and go",
    async (sort) => {
      const ctx = await aContext();
      const there = await severalDocuments(ctx, ["d", "b", "b", "b", "a", "c", "e"]);
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof listDocuments>> = await listDocuments(ctx, {
          sort,
          limit: 2,
          cursor,
        });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
        await severalDocuments(ctx, ["0 before all", "z after all"]);
        await trashDocuments(ctx, { ids: [seen.at(-1) ?? ""] });
      } while (cursor && seen.length < 40);

      const ofThose = seen.filter((id) => there.includes(id));
      expect(new Set(seen).size).toBe(seen.length);
      expect(ofThose.toSorted()).toEqual(there.toSorted());
    },
  );

  test("ends with no cursor", async () => {
    const ctx = await aContext();
    await severalDocuments(ctx, ["One"]);

    expect((await listDocuments(ctx, { limit: 1 })).nextCursor).toBeNull();
  });

  test("refuses a cursor that is not of its making, of another list or of another order", async () => {
    const ctx = await aContext();
    await severalDocuments(ctx, ["One", "Two"]);
    await createProject(ctx, { name: "One" });
    await createProject(ctx, { name: "Two" });
    const { nextCursor: byTitle } = await listDocuments(ctx, { limit: 1, sort: "title" });
    const { nextCursor: ofProjects } = await listProjects(ctx, { limit: 1 });
    const wellFormed = Buffer.from(JSON.stringify(["x", "y"])).toString("base64url");

    for (const cursor of ["not a cursor", wellFormed, byTitle, ofProjects])
      await expect(listDocuments(ctx, { cursor }), String(cursor)).rejects.toMatchObject({
        code: "INVALID_INPUT",
        errors: [{ path: "cursor" }],
      });
  });

  test("goes on behind the longest title there is", async () => {
    const ctx = await aContext();
    const [first = "", second = ""] = await severalDocuments(ctx, ["One", "Two"]);
    for (const id of [first, second]) await renameDocument(ctx, { id, title: "中".repeat(200) });
    const { nextCursor: cursor } = await listDocuments(ctx, { limit: 1, sort: "title" });

    expect(await idsOf(ctx, { sort: "title", cursor })).toHaveLength(1);
  });

  test.each(["-271821-04-20", "+010000-01-01", "0000-12-31"])(
    "refuses a day that cannot be written down: %s",
    async (from) => {
      await expect(listDocuments(await aContext(), { from })).rejects.toMatchObject({
        code: "INVALID_INPUT",
        errors: [{ path: "from" }],
      });
    },
  );

  test("leaves the trash out, and shows it alone when asked", async () => {
    const ctx = await aContext();
    const [kept, thrown = ""] = await severalDocuments(ctx, ["Kept", "Thrown"]);
    await trashDocuments(ctx, { ids: [thrown] });

    expect(await idsOf(ctx)).toEqual([kept]);
    expect(await idsOf(ctx, { trashed: true })).toEqual([thrown]);
  });

  test("filters by words, type, status, project and time, all together", async () => {
    const ctx = await aContext();
    const project = await createProject(ctx, { name: "Building" });
    const lease = await aDocument(ctx, {
      title: "Lease 2026",
      fileName: "scan.pdf",
      projectIds: [project.id],
    });
    const untyped = await aDocument(ctx, { title: "100% sure_thing", fileName: "lease.txt" });
    const started = await aStartedDocument(ctx, { title: "Started" });
    await correctType(ctx, { id: lease.id, type: "contract" });

    expect(await idsOf(ctx, { q: "LEASE" })).toEqual([untyped.id, lease.id]);
    expect(await idsOf(ctx, { type: "contract" })).toEqual([lease.id]);
    expect(await idsOf(ctx, { type: "none", q: "lease" })).toEqual([untyped.id]);
    expect(await idsOf(ctx, { status: "processing" })).toEqual([started.id]);
    expect(await idsOf(ctx, { status: ["processing", "failed"] })).toEqual([started.id]);
    expect(await idsOf(ctx, { projectId: project.id })).toEqual([lease.id]);
    expect(await idsOf(ctx, { projectId: project.id, q: "sure" })).toEqual([]);
    expect(
      await idsOf(ctx, { from: started.createdAt, to: new Date(Date.now() + 9999) }),
    ).toContain(started.id);
    expect(await idsOf(ctx, { to: lease.createdAt })).toEqual([]);
  });

  test("takes signs of a pattern for what they are", async () => {
    const ctx = await aContext();
    const [percent] = await severalDocuments(ctx, ["100% sure", "100 sure"]);
    const [under] = await severalDocuments(ctx, ["a_b", "axb"]);

    expect(await idsOf(ctx, { q: "100%" })).toEqual([percent]);
    expect(await idsOf(ctx, { q: "a_b" })).toEqual([under]);
  });

  test("shows nothing to another workspace", async () => {
    await severalDocuments(await aContext(), ["Private"]);

    const neighbour = await aContext({ role: "owner" });

    expect(await listDocuments(neighbour, {})).toEqual({ items: [], nextCursor: null });
    expect(await countDocuments(neighbour, {})).toEqual({
      types: [],
      projects: [],
      tags: [],
      statuses: [],
      languages: [],
      years: [],
      folders: [],
      fields: [],
      total: 0,
    });
  });

  test("shows a restricted project's documents to its members, their uploader and admins alone", async () => {
    const { project, admin, insider, outsider } = await aRestrictedProject();
    const { id } = await aDocument(insider, { projectIds: [project.id] });
    const mine = await aDocument(outsider, { title: "Mine" });
    await fileDocuments(admin, { projectId: project.id, add: [mine.id] });

    expect(await idsOf(insider)).toEqual([mine.id, id]);
    expect(await idsOf(admin)).toEqual([mine.id, id]);
    expect(await idsOf(admin)).toEqual([mine.id, id]);
    expect(await idsOf(outsider)).toEqual([mine.id]);
    expect(await idsOf(await aColleague(admin, { role: "viewer" }))).toEqual([]);
  });

  test("never names a restricted project to who is not in it, though its document is open to them", async () => {
    const { project, admin, insider, outsider } = await aRestrictedProject();
    const open = await createProject(admin, { name: "Open" });
    const { id } = await aDocument(admin, { projectIds: [project.id, open.id] });

    const [seen] = (await listDocuments(outsider, {})).items;
    expect(seen).toMatchObject({ id, projects: [{ id: open.id }] });
    expect(JSON.stringify(seen)).not.toContain(project.name);
    expect(await idsOf(outsider, { projectId: project.id })).toEqual([]);
    expect((await countDocuments(outsider, { projectId: project.id })).statuses).toEqual([]);
    expect((await listDocuments(insider, {})).items[0]?.projects).toHaveLength(2);
    await fileDocuments(outsider, { projectId: open.id, remove: [id] });
    await expect(listDocuments(outsider, {})).resolves.toMatchObject({ items: [] });
  });
});

describe("countDocuments", () => {
  test("counts each value within the other filters, its own left out", async () => {
    const ctx = await aContext();
    const [lease = "", memo = ""] = await severalDocuments(ctx, ["Lease", "Memo", "Note"]);
    await aStartedDocument(ctx, { title: "Lease again" });
    await correctType(ctx, { id: lease, type: "contract" });
    await correctType(ctx, { id: memo, type: "memo" });

    const counted = await countDocuments(ctx, { q: "lease", type: "contract" });

    expect(counted.types).toEqual(
      expect.arrayContaining([
        { value: "contract", name: null, count: 1 },
        { value: null, name: null, count: 1 },
      ]),
    );
    expect(counted.types).toHaveLength(2);
    expect(counted.statuses).toEqual([{ value: "pending", name: null, count: 1 }]);
  });

  test("counts nothing that the asker may not see", async () => {
    const { project, insider, outsider } = await aRestrictedProject();
    await aDocument(insider, { projectIds: [project.id] });

    expect((await countDocuments(outsider, {})).statuses).toEqual([]);
    expect((await countDocuments(insider, {})).statuses).toEqual([
      { value: "pending", name: null, count: 1 },
    ]);
  });
});

describe("listTypes", () => {
  test("names every type that a person may choose, so that choosing one is never refused", async () => {
    const ctx = await aContext();
    const { id } = await aDocument(ctx);
    const { items } = await listTypes(ctx, {});

    expect(items.length).toBeGreaterThan(30);
    for (const { name } of items) await correctType(ctx, { id, type: name });
  });
});

test("renaming moves a document in the order by title", async () => {
  const ctx = await aContext();
  const [a = "", b] = await severalDocuments(ctx, ["Alpha", "Beta"]);
  await renameDocument(ctx, { id: a, title: "Gamma" });
  expect(await idsOf(ctx, { sort: "title" })).toEqual([b, a]);
});
