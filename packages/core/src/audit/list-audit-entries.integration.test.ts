import { describe, expect, test } from "vitest";

import { aColleague, aContext, anIdentityContext, database, throughKey } from "../../test/contexts";
import type { WorkspaceContext } from "../context";
import { changeName } from "../identity/own/change-name";
import { createApiKey } from "../keys/create-api-key";
import { changeMemberRole } from "../members/change-member-role";
import { listMembers } from "../members/list-members";
import { removeMember } from "../members/remove-member";
import { createProject } from "../projects/create-project";
import { renameWorkspace } from "../workspaces/rename-workspace";
import { listAuditEntries } from "./list-audit-entries";

const operationsOf = async (
  ctx: WorkspaceContext,
  filter: Parameters<typeof listAuditEntries>[1] = {},
) => (await listAuditEntries(ctx, filter)).items.map(({ operation }) => operation);

/** Records a row as an operation would, for what only its ids are wanted. */
function aRow(ctx: WorkspaceContext, operation: string, subjects: string[] = []): Promise<void> {
  const scope = { workspaceId: ctx.workspaceId, principals: ["all"] };
  const actorId = ctx.actor.kind === "user" ? ctx.actor.id : "";
  return database.write(scope, ({ audit }) =>
    audit.record({ operation, actorKind: "user", actorId, subjects, input: {} }),
  );
}

describe("listAuditEntries", () => {
  test("shows owners and admins every row, newest first, with who did what to what", async () => {
    const owner = await aContext({ role: "owner" });
    const admin = await aColleague(owner, { role: "admin" });

    await renameWorkspace(admin, { name: "The mill" });

    for (const ctx of [owner, admin]) {
      const { items, nextCursor } = await listAuditEntries(ctx, {});
      expect(items.map(({ operation }) => operation)).toEqual([
        "workspaces.rename-workspace",
        "identity.sign-up",
      ]);
      expect(nextCursor).toBeNull();
      expect(items[0]).toEqual({
        id: expect.stringMatching(/^aud_/),
        createdAt: expect.any(Date),
        operation: "workspaces.rename-workspace",
        door: "web",
        outcome: "ok",
        errorCode: null,
        actor: {
          kind: "user",
          id: admin.actor.id,
          name: "Tess Tester",
          email: expect.stringContaining("@example.test"),
        },
        key: null,
        named: [],
        subjects: [owner.workspaceId],
        input: { name: "The mill" },
        changes: [
          {
            subject: owner.workspaceId,
            before: { name: "A test's own workspace" },
            after: { name: "The mill" },
          },
        ],
        traceId: "test-trace",
        sessionId: "ses_test",
        ip: null,
        userAgent: null,
        reason: null,
        erasedAt: null,
      });
    }
  });

  test("is refused to members, viewers and keys without the scope, and shows nothing of next door", async () => {
    const owner = await aContext({ role: "owner" });
    const neighbour = await aContext({ role: "owner" });
    await renameWorkspace(owner, { name: "The mill" });

    for (const ctx of [
      await aColleague(owner),
      await aColleague(owner, { role: "viewer" }),
      throughKey(owner, ["read", "write", "delete", "keys"]),
    ])
      await expect(listAuditEntries(ctx, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { items: rows } = await listAuditEntries(throughKey(owner, ["members"]), {});
    expect(rows.map(({ outcome }) => outcome)).toEqual([...Array(3).fill("refused"), "ok", "ok"]);
    expect(rows[0]).toMatchObject({
      operation: "audit.list-audit-entries",
      reason: "This API key does not allow audit.read",
    });
    expect(await operationsOf(neighbour)).toEqual(["identity.sign-up"]);
    expect(await operationsOf(neighbour, { actorId: owner.actor.id })).toEqual([]);
    expect(await operationsOf(neighbour, { subject: owner.workspaceId })).toEqual([]);
  });

  test("finds rows by person, document, operation and outcome, and by all of them together", async () => {
    const owner = await aContext({ role: "owner" });
    const member = await aColleague(owner);
    await aRow(owner, "documents.trash-documents", ["doc_1", "doc_2"]);
    await aRow(member, "documents.trash-documents", ["doc_2"]);
    await aRow(member, "documents.restore-documents", ["doc_2"]);
    await expect(renameWorkspace(member, { name: "Mine" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });

    const [trash, restore] = ["documents.trash-documents", "documents.restore-documents"];
    const rename = "workspaces.rename-workspace";
    const { id: actorId } = member.actor;
    expect(await operationsOf(owner, { actorId })).toEqual([rename, restore, trash]);
    expect(await operationsOf(owner, { subject: "doc_2" })).toEqual([restore, trash, trash]);
    expect(await operationsOf(owner, { subject: "doc_1" })).toEqual([trash]);
    expect(await operationsOf(owner, { operation: trash })).toEqual([trash, trash]);
    expect(await operationsOf(owner, { outcome: "refused" })).toEqual([rename]);
    expect(await operationsOf(owner, { actorId, operation: trash, subject: "doc_2" })).toEqual([
      trash,
    ]);
    expect(await operationsOf(owner, { actorId, operation: trash, subject: "doc_1" })).toEqual([]);
  });

  test("finds rows by time: the beginning is inside, the end is not", async () => {
    const owner = await aContext({ role: "owner" });
    for (const operation of ["one", "two", "three"]) await aRow(owner, operation);
    const { items } = await listAuditEntries(owner, {});
    const at = (operation: string) =>
      items.find((row) => row.operation === operation)?.createdAt ?? new Date(0);

    const within = await operationsOf(owner, { from: at("two"), to: at("three") });
    const expected = items
      .filter(({ createdAt }) => createdAt >= at("two") && createdAt < at("three"))
      .map(({ operation }) => operation);
    expect(within).toEqual(expected);
    expect(await operationsOf(owner, { from: at("three") })).toContain("three");
    expect(await operationsOf(owner, { to: at("one") })).not.toContain("one");
    await expect(listAuditEntries(owner, { from: "yesterday" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });

  test("goes on page by page, and rows that come meanwhile move nothing", async () => {
    const owner = await aContext({ role: "owner" });
    for (let n = 1; n <= 5; n += 1) await aRow(owner, `step.${n}`);

    const first = await listAuditEntries(owner, { limit: 2 });
    await aRow(owner, "step.6");
    const second = await listAuditEntries(owner, { limit: 2, cursor: first.nextCursor });
    const third = await listAuditEntries(owner, { limit: 2, cursor: second.nextCursor });

    expect(
      [first, second, third].flatMap(({ items }) => items.map((row) => row.operation)),
    ).toEqual(["step.5", "step.4", "step.3", "step.2", "step.1", "identity.sign-up"]);
    expect(third.nextCursor).toBeNull();
    await expect(listAuditEntries(owner, { cursor: "made up" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });

  test("names the API key that a person came with", async () => {
    const owner = await aContext({ role: "owner" });
    const { id } = await createApiKey(owner, { name: "Nightly script" });
    await renameWorkspace(throughKey(owner, ["members"], id), { name: "By script" });

    const [row] = (await listAuditEntries(owner, {})).items;
    expect(row).toMatchObject({
      key: { id, name: "Nightly script" },
      actor: { id: owner.actor.id },
    });
  });

  test("names the documents, projects and people that a row is about, and nothing that is gone", async () => {
    const owner = await aContext({ role: "owner" });
    const member = await aColleague(owner);
    const { id: projectId } = await createProject(owner, { name: "The move" });
    await aRow(owner, "projects.update-project", [projectId, member.actor.id, "doc_gone"]);

    const [row] = (await listAuditEntries(owner, { operation: "projects.update-project" })).items;

    expect(row?.named).toEqual([
      { id: projectId, name: "The move" },
      { id: member.actor.id, name: "Tess Tester" },
    ]);
  });

  test("names a person who has left, where nothing else shows them, and nobody who never acted here", async () => {
    const owner = await aContext({ role: "owner" });
    const leaver = await aColleague(owner, { role: "admin" });
    const { id } = leaver.actor;
    await changeName(anIdentityContext(), { userId: id, name: "Lea Leaver" });
    await renameWorkspace(leaver, { name: "The mill" });
    await changeMemberRole(owner, { userId: id, role: "member" });
    await removeMember(owner, { userId: id });

    const { items } = await listAuditEntries(owner, { actorId: id });
    expect(items[0]).toMatchObject({
      operation: "workspaces.rename-workspace",
      actor: { id, name: "Lea Leaver", email: expect.stringContaining("@") },
    });
    expect(JSON.stringify(await listMembers(owner, {}))).not.toContain("Lea Leaver");

    const stranger = await aContext({ role: "owner" });
    const scope = { workspaceId: owner.workspaceId, principals: ["all"] };
    const people = await database.read(scope, async ({ audit, members }) => {
      const named = await audit.listActors([id, stranger.actor.id]);
      return { named, after: await members.listPeople([id]) };
    });
    expect(people.named.map((person) => person.id)).toEqual([id]);
    expect(people.after).toEqual([]);
  });
});
