import { countStatements } from "@besunny/db/test/count-statements";
import { queryOnce } from "@besunny/db/test/fresh-database";
import { describe, expect, test } from "vitest";
import { aColleague, aContext, announced, inBackground } from "../../test/contexts";
import { aDocument } from "../../test/documents";
import { accessOf } from "../access/document-access";
import type { WorkspaceContext } from "../context";
import { cancelDocuments } from "../processing/cancel-documents";
import { retryDocuments } from "../processing/retry-documents";
import { createProject } from "../projects/create-project";
import { updateProject } from "../projects/update-project";
import { deleteDocuments } from "./delete-documents";
import { fileDocuments } from "./file-documents";
import { listDocuments } from "./list-documents";
import { restoreDocuments } from "./restore-documents";
import { trashDocuments } from "./trash-documents";

/** Rows of so many documents that have ended, each fifth an attachment of the one before; in a project where one is given. */
async function manyDocuments(ctx: WorkspaceContext, count: number, projectId?: string) {
  const prefix = `doc_${ctx.workspaceId.slice(3)}_${count}_`;
  const url = process.env.TEST_SUPERUSER_URL ?? "";
  await queryOnce(
    url,
    `insert into documents (id, workspace_id, title, file_name, media_type, size, content_hash, storage_key, access, status, parent_id)
     select $1 || n, $2, 'Document ' || n, 'a.txt', 'text/plain', 1, n, 'uploads/x', '{all,ws}', 'ready',
            case when n % 5 = 0 then $1 || (n - 1) end
       from generate_series(1, $3::int) n`,
    [prefix, ctx.workspaceId, count],
  );
  if (projectId)
    await queryOnce(
      url,
      `insert into document_projects (document_id, project_id, workspace_id)
       select $1 || n, $2, $3 from generate_series(1, $4::int) n`,
      [prefix, projectId, ctx.workspaceId, count],
    );
  return Array.from({ length: count }, (_, position) => `${prefix}${position + 1}`);
}

const accessIn = ({ workspaceId }: WorkspaceContext) =>
  queryOnce<{ access: string[]; count: number }>(
    process.env.TEST_SUPERUSER_URL ?? "",
    "select access, count(*)::int as count from documents where workspace_id = $1 group by access order by access",
    [workspaceId],
  );

const eventsOf = async (ctx: WorkspaceContext) => (await announced(ctx)).map(({ name }) => name);

describe("a command on many documents", () => {
  const commands: [string, (ctx: WorkspaceContext, count: number) => Promise<() => unknown>][] = [
    [
      "restricting a project",
      async (ctx, count) => {
        const { id } = await createProject(ctx, { name: "Building" });
        await manyDocuments(ctx, count, id);
        return () => updateProject(ctx, { id, isRestricted: true });
      },
    ],
    [
      "opening a project",
      async (ctx, count) => {
        const { id } = await createProject(ctx, { name: "Building", isRestricted: true });
        await manyDocuments(ctx, count, id);
        await queryOnce(
          process.env.TEST_SUPERUSER_URL ?? "",
          "update documents set access = array['all', $2] where workspace_id = $1",
          [ctx.workspaceId, id],
        );
        return () => updateProject(ctx, { id, isRestricted: false, isConfirmed: true });
      },
    ],
    [
      "adding to a project",
      async (ctx, count) => {
        const { id } = await createProject(ctx, { name: "Building", isRestricted: true });
        const ids = (await manyDocuments(ctx, count)).slice(0, 200);
        return () => fileDocuments(ctx, { projectId: id, add: ids });
      },
    ],
    [
      "trashing",
      async (ctx, count) => {
        const ids = (await manyDocuments(ctx, count)).slice(0, 200);
        return () => trashDocuments(ctx, { ids });
      },
    ],
    [
      "restoring",
      async (ctx, count) => {
        const ids = (await manyDocuments(ctx, count)).slice(0, 200);
        await trashDocuments(ctx, { ids });
        return () => restoreDocuments(ctx, { ids });
      },
    ],
    [
      "deleting",
      async (ctx, count) => {
        const ids = (await manyDocuments(ctx, count)).slice(0, 200);
        await trashDocuments(ctx, { ids });
        return () => deleteDocuments(ctx, { ids });
      },
    ],
  ];

  const isTold = (act: string) => act === "trashing" || act === "adding to a project";

  test.each(commands)(
    "%s takes as many statements and events for 2,000 as for 10",
    async (act, prepare) => {
      const costs = [];
      for (const count of [10, 2000]) {
        const ctx = await aContext({ role: "admin" });
        const work = await prepare(ctx, count);
        const before = (await eventsOf(ctx)).length;
        const statements = await countStatements(work);
        costs.push({ statements, events: (await eventsOf(ctx)).slice(before) });
      }

      const [few, many] = costs;
      expect(few?.statements).toBeGreaterThan(3);
      // Trashing and adding to a project also say so to the outside, in one event for all.
      expect(few?.events).toHaveLength(isTold(act) ? 2 : 1);
      expect(many).toEqual(few);
    },
  );

  test.each([
    ["retrying", retryDocuments, "document/uploaded"],
    ["cancelling", cancelDocuments, "document/cancelled"],
  ] as const)(
    "%s takes as many statements for 200 as for 10, and an event for each run",
    async (_, act, name) => {
      const statements = [];
      for (const count of [10, 200]) {
        const ctx = await aContext();
        const ids = await manyDocuments(ctx, count);
        if (act === cancelDocuments) await retryDocuments(ctx, { ids });
        const before = (await eventsOf(ctx)).length;
        statements.push(await countStatements(() => act(ctx, { ids })));
        const events = (await eventsOf(ctx)).slice(before);
        expect([events.length, new Set(events)]).toEqual([count, new Set([name])]);
      }

      expect(statements[1]).toBe(statements[0]);
    },
  );

  test("restricting a project of 2,000 hides each of them at once, attachments too, and opening shows them again", async () => {
    const lead = await aContext({ role: "admin" });
    const outsider = await aColleague(lead);
    const { id } = await createProject(lead, { name: "Building" });
    await manyDocuments(lead, 2000, id);

    await updateProject(lead, { id, isRestricted: true });
    expect(await accessIn(lead)).toEqual([{ access: ["all", id], count: 2000 }]);
    expect((await listDocuments(outsider, {})).items).toEqual([]);
    await updateProject(lead, { id, isRestricted: true });
    expect(await accessIn(lead)).toEqual([{ access: ["all", id], count: 2000 }]);

    const opening = { id, isRestricted: false };
    await expect(updateProject(lead, opening)).rejects.toMatchObject({
      code: "CONFIRMATION_NEEDED",
      message: "Everyone in the workspace (3 people) will see “Document 1” and 1599 more",
    });
    expect(await accessIn(lead)).toEqual([{ access: ["all", id], count: 2000 }]);
    await updateProject(lead, { ...opening, isConfirmed: true });
    expect(await accessIn(lead)).toEqual([{ access: ["all", "ws"], count: 2000 }]);
  });

  test("trashing takes attachments at depth, each once, but nothing that the caller may not see", async () => {
    const admin = await aContext({ role: "admin" });
    const member = await aColleague(admin);
    const mail = await aDocument(member);
    const inner = await aDocument(inBackground(member), { parentId: mail.id });
    const leaf = await aDocument(inBackground(member), { parentId: inner.id });
    const { id: projectId } = await createProject(admin, { name: "Secret", isRestricted: true });
    const hidden = await aDocument(admin, { projectIds: [projectId] });

    const { ids } = await trashDocuments(member, { ids: [leaf.id, mail.id, hidden.id] });

    expect(ids).toEqual([mail.id, inner.id, leaf.id]);
    expect((await listDocuments(admin, {})).items).toMatchObject([{ id: hidden.id }]);
    expect(await restoreDocuments(member, { ids: [mail.id, hidden.id] })).toEqual({ ids });
    expect((await listDocuments(admin, {})).items).toHaveLength(4);
  });

  test("restoring a file leaves out an attachment below one that was not in the trash", async () => {
    const ctx = await aContext();
    const mail = await aDocument(ctx);
    const inner = await aDocument(inBackground(ctx), { parentId: mail.id });
    const leaf = await aDocument(inBackground(ctx), { parentId: inner.id });
    await trashDocuments(ctx, { ids: [mail.id] });
    await restoreDocuments(ctx, { ids: [inner.id] });
    await trashDocuments(ctx, { ids: [leaf.id] });

    expect(await restoreDocuments(ctx, { ids: [mail.id] })).toEqual({ ids: [mail.id] });
  });

  test("commands on the same documents at the same time take turns, in whichever order they name them", async () => {
    const admin = await aContext({ role: "admin" });
    const { id } = await createProject(admin, { name: "Building" });
    const ids = await manyDocuments(admin, 100, id);
    const backwards = ids.toReversed();

    await Promise.all([
      updateProject(admin, { id, isRestricted: true }),
      trashDocuments(admin, { ids }),
      trashDocuments(admin, { ids: backwards }),
      fileDocuments(admin, { projectId: id, add: backwards }),
      retryDocuments(admin, { ids }),
      cancelDocuments(admin, { ids: backwards }),
    ]);

    expect(await accessIn(admin)).toEqual([{ access: ["all", id], count: 100 }]);
    expect((await listDocuments(admin, { trashed: true, limit: 200 })).items).toHaveLength(100);
  });
});

describe("who may see a document", () => {
  test("the database computes by the same rule as `accessOf`, whatever projects a file has", async () => {
    const admin = await aContext({ role: "admin" });
    const { workspaceId } = admin;
    const projects: Awaited<ReturnType<typeof createProject>>[] = [];
    for (let n = 0; n < 5; n += 1)
      projects.push(await createProject(admin, { name: `P${n}`, isRestricted: n % 2 === 0 }));
    const other = (await aColleague(admin)).actor.id;
    const origins = [
      { uploadedById: admin.actor.id, visibility: null, grantees: [] },
      { uploadedById: null, visibility: null, grantees: [] },
      { uploadedById: other, visibility: "owner", grantees: [] },
      { uploadedById: other, visibility: "source", grantees: [] },
      { uploadedById: other, visibility: "source", grantees: [other, admin.actor.id].sort() },
      { uploadedById: other, visibility: "source", grantees: [admin.actor.id, "ws"] },
    ];
    const mixes = 2 ** projects.length * origins.length;
    const files = Array.from({ length: mixes }, (_, mix) => {
      const origin = origins[mix % origins.length] ?? origins[0];
      const chosen = Math.floor(mix / origins.length);
      const filedIn = projects.filter((_each, position) => (chosen >> position) % 2 === 1);
      const sharedWith = chosen % 3 === 0 ? [admin.actor.id] : [];
      return {
        ...{ uploadedById: null, visibility: null, grantees: [], ...origin },
        ...{ id: `doc_rule_${workspaceId.slice(3)}_${mix}`, filedIn, sharedWith },
      };
    });
    const everything = { workspaceId, principals: ["all", "jobs"] };
    await queryOnce(
      process.env.TEST_SUPERUSER_URL ?? "",
      `insert into documents (id, workspace_id, title, file_name, media_type, size, content_hash, storage_key, access,
                              uploaded_by_id, visibility, grantees)
       select id, $1, id, 'a', 'text/plain', 1, id, 'uploads/x',
              case when visibility is null then array['all'] else array['jobs'] end, uploader, visibility, string_to_array(grantees, ' ')
         from unnest($2::text[], $3::text[], $4::text[], $5::text[]) as given(id, uploader, visibility, grantees)`,
      [
        workspaceId,
        files.map(({ id }) => id),
        files.map(({ uploadedById }) => uploadedById),
        files.map(({ visibility }) => visibility),
        files.map(({ grantees }) => grantees.join(" ")),
      ],
    );

    const written = await admin.db.write(
      everything,
      async ({ filing, documents, documentShares }) => {
        for (const { id, filedIn } of files)
          for (const project of filedIn) await filing.add([id], project.id);
        for (const { id, sharedWith } of files)
          await documentShares.add(
            id,
            sharedWith.map((userId) => ({ userId })),
            null,
          );
        await filing.writeAccess({ documentIds: files.map(({ id }) => id) });
        return documents.findMany(files.map(({ id }) => id));
      },
    );

    const byId = new Map(written.map(({ id, access }) => [id, access]));
    for (const file of files)
      expect([file.id, byId.get(file.id)]).toEqual([file.id, accessOf(file)]);
    expect(new Set(written.map(({ access }) => access.join(" "))).size).toBeGreaterThan(20);
  });
});
