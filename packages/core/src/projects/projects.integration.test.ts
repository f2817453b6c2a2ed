import { describe, expect, test } from "vitest";

import { aColleague, aContext, announced, auditOf } from "../../test/contexts";
import { aDocument, aRestrictedProject } from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { getDocument } from "../documents/get-document";
import { archiveProject } from "./archive-project";
import { createProject } from "./create-project";
import { findInstructions } from "./find-instructions";
import { getProject } from "./get-project";
import { listProjects } from "./list-projects";
import { putProjectMember } from "./put-project-member";
import { removeProjectMember } from "./remove-project-member";
import { setInstructions } from "./set-instructions";
import { updateProject } from "./update-project";

const namesOf = async (ctx: WorkspaceContext, input: Parameters<typeof listProjects>[1] = {}) =>
  (await listProjects(ctx, input)).items.map(({ name }) => name);

const changes: [string, (ctx: WorkspaceContext, id: string, userId: string) => Promise<unknown>][] =
  [
    ["updateProject", (ctx, id) => updateProject(ctx, { id, name: "Mine" })],
    ["archiveProject", (ctx, id) => archiveProject(ctx, { id })],
    ["putProjectMember", (ctx, id, userId) => putProjectMember(ctx, { id, userId, role: "lead" })],
    ["removeProjectMember", (ctx, id, userId) => removeProjectMember(ctx, { id, userId })],
  ];

describe("every change of a project", () => {
  test.each(changes)(
    "%s is refused to viewers and to members who do not lead it",
    async (_, act) => {
      const ctx = await aContext();
      const { id } = await createProject(ctx, { name: "Building" });
      const before = [await getProject(ctx, { id }), await auditOf(ctx)];

      for (const role of ["viewer", "member"] as const) {
        const other = await aColleague(ctx, { role });
        await expect(act(other, id, other.actor.id)).rejects.toMatchObject({ code: "FORBIDDEN" });
      }

      expect([await getProject(ctx, { id }), await auditOf(ctx)]).toEqual(before);
    },
  );

  test.each(changes)("%s finds no project next door", async (_, act) => {
    const ctx = await aContext();
    const { id } = await createProject(ctx, { name: "Building" });
    const neighbour = await aContext({ role: "owner" });

    await expect(act(neighbour, id, ctx.actor.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await namesOf(neighbour)).toEqual([]);
    await expect(getProject(neighbour, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await getProject(ctx, { id })).members).toHaveLength(1);
  });
});

describe("createProject", () => {
  test("makes its maker the lead", async () => {
    const ctx = await aContext();
    const { id } = await createProject(ctx, { name: " Building ", description: "The mill" });

    expect(await getProject(ctx, { id })).toMatchObject({
      name: "Building",
      description: "The mill",
      isRestricted: false,
      documentCount: 0,
      members: [{ userId: ctx.actor.id, role: "lead", name: "Tess Tester" }],
    });
  });

  test("is refused to viewers", async () => {
    const ctx = await aContext({ role: "viewer" });

    await expect(createProject(ctx, { name: "No" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await namesOf(ctx)).toEqual([]);
  });

  test("hides a restricted one from who is not in it", async () => {
    const { project, admin, insider, outsider } = await aRestrictedProject();

    expect([await namesOf(admin), await namesOf(insider), await namesOf(outsider)]).toEqual([
      ["Secret"],
      ["Secret"],
      [],
    ]);
    await expect(getProject(outsider, { id: project.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("listProjects", () => {
  test("pages without skipping or repeating any, the archived apart", async () => {
    const ctx = await aContext({ role: "admin" });
    for (const name of ["a", "b", "c", "old"]) await createProject(ctx, { name });
    const [old] = (await listProjects(ctx, { limit: 1 })).items;
    await archiveProject(ctx, { id: old?.id ?? "" });

    const first = await listProjects(ctx, { limit: 2 });
    await createProject(ctx, { name: "new" });
    const second = await listProjects(ctx, { limit: 2, cursor: first.nextCursor });

    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(["c", "b", "a"]);
    expect(second.nextCursor).toBeNull();
    expect(await namesOf(ctx, { archived: true })).toEqual(["old"]);
    await archiveProject(ctx, { id: old?.id ?? "", isArchived: false });
    expect(await namesOf(ctx)).toContain("old");
  });

  test("counts the documents that are not in the trash", async () => {
    const ctx = await aContext();
    const { id } = await createProject(ctx, { name: "Building" });
    await aDocument(ctx, { projectIds: [id] });

    expect((await listProjects(ctx, {})).items).toMatchObject([{ documentCount: 1 }]);
  });
});

describe("updateProject", () => {
  test("restricting and opening change at once who sees its documents", async () => {
    const lead = await aContext();
    const { id } = await createProject(lead, { name: "Building" });
    const document = await aDocument(lead, { projectIds: [id] });
    const other = await aColleague(lead);
    await getDocument(other, { id: document.id });

    await updateProject(lead, { id, isRestricted: true });
    await expect(getDocument(other, { id: document.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });

    const inProject = {
      ...lead,
      actor: { ...lead.actor, projects: [{ id, role: "lead" as const }] },
    };
    await expect(updateProject(inProject, { id, isRestricted: false })).rejects.toMatchObject({
      code: "CONFIRMATION_NEEDED",
      message: "Everyone in the workspace (3 people) will see “given”",
    });
    await updateProject(inProject, { id, isRestricted: false, isConfirmed: true });
    expect(await getDocument(other, { id: document.id })).toMatchObject({ id: document.id });
    const changed = (await announced(lead)).filter(({ name }) => name === "documents/changed");
    expect(changed).toHaveLength(2);
  });

  test("changes what was given and nothing else", async () => {
    const ctx = await aContext();
    const { id } = await createProject(ctx, { name: "Building", description: "The mill" });

    await updateProject(ctx, { id, name: "House" });

    expect(await getProject(ctx, { id })).toMatchObject({
      name: "House",
      description: "The mill",
      isRestricted: false,
    });
  });
});

describe("setInstructions", () => {
  const instructions = "Answer in one sentence.";

  test("is for leads and contributors; readers read them", async () => {
    const ctx = await aContext({ role: "owner" });
    const { id } = await createProject(ctx, { name: "Building" });
    const contributor = await aColleague(ctx, { projects: [{ id, role: "contributor" }] });
    const reader = await aColleague(ctx, { projects: [{ id, role: "reader" }] });

    await setInstructions(contributor, { id, instructions });
    await expect(setInstructions(reader, { id, instructions: "Lie." })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });

    expect(await getProject(reader, { id })).toMatchObject({ instructions, myRole: "reader" });
    const rows = await auditOf(ctx);
    expect(
      rows.filter(
        ({ operation, outcome }) => operation === "projects.set-instructions" && outcome === "ok",
      ),
    ).toMatchObject([
      {
        outcome: "ok",
        subjects: [id],
        changes: [{ before: { instructions: "" }, after: { instructions } }],
      },
    ]);
  });

  test("is refused for an archived project, and tells people who do not see the project nothing of it", async () => {
    const { project, admin, outsider } = await aRestrictedProject();
    await setInstructions(admin, { id: project.id, instructions });
    expect(await findInstructions(admin, { id: project.id })).toBe(instructions);
    expect(await findInstructions(outsider, { id: project.id })).toBeNull();
    await expect(setInstructions(outsider, { id: project.id, instructions })).rejects.toMatchObject(
      { code: "NOT_FOUND" },
    );
    await archiveProject(admin, { id: project.id });
    await expect(setInstructions(admin, { id: project.id, instructions })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });
});

describe("putProjectMember and removeProjectMember", () => {
  test("take people of the workspace, change their part, and do no harm twice", async () => {
    const ctx = await aContext();
    const { id } = await createProject(ctx, { name: "Building" });
    const { actor } = await aColleague(ctx);
    const partOf = async () =>
      (await getProject(ctx, { id })).members.find(({ userId }) => userId === actor.id)?.role;

    await putProjectMember(ctx, { id, userId: actor.id, role: "reader" });
    await putProjectMember(ctx, { id, userId: actor.id, role: "contributor" });
    expect(await partOf()).toBe("contributor");
    await removeProjectMember(ctx, { id, userId: actor.id });
    await removeProjectMember(ctx, { id, userId: actor.id });
    expect(await partOf()).toBeUndefined();
  });

  test("refuse people of another workspace", async () => {
    const ctx = await aContext();
    const { id } = await createProject(ctx, { name: "Building" });
    const { actor } = await aContext();

    await expect(
      putProjectMember(ctx, { id, userId: actor.id, role: "reader" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
