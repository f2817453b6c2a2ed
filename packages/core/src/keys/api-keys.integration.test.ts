import { describe, expect, test } from "vitest";

import {
  aColleague,
  aContext,
  anIdentityContext,
  auditOf,
  database,
  inBackground,
} from "../../test/contexts";
import { aDocument, anUpload } from "../../test/documents";
import type { KeyScope } from "../access/actions";
import type { WorkspaceContext } from "../context";
import { deleteDocuments } from "../documents/delete-documents";
import { listDocuments } from "../documents/list-documents";
import { renameDocument } from "../documents/rename-document";
import { uploadDocument } from "../documents/upload-document";
import { checkApiKey } from "../identity/check-api-key";
import { changeMemberRole } from "../members/change-member-role";
import { inviteMember } from "../members/invite-member";
import { removeMember } from "../members/remove-member";
import { renameWorkspace } from "../workspaces/rename-workspace";
import { createApiKey } from "./create-api-key";
import { listAllApiKeys } from "./list-all-api-keys";
import { listApiKeys } from "./list-api-keys";
import { revokeApiKey } from "./revoke-api-key";

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
const check = (key: string, given: Parameters<typeof anIdentityContext>[0] = {}) =>
  checkApiKey(anIdentityContext(given), { key });
const refused = { code: "FORBIDDEN" };
const hidden = { code: "NOT_FOUND" };

/** The same context for the person who comes with this key. */
async function through<Context extends WorkspaceContext>(ctx: Context, key: string) {
  const found = await check(key);
  if (found?.actor.kind !== "user") throw new Error("The key lets nobody in");
  return { ...ctx, workspaceId: found.workspaceId, actor: found.actor };
}

async function aKeyOf(ctx: WorkspaceContext, scopes?: KeyScope[]) {
  const made = await createApiKey(ctx, { name: "Script", ...(scopes && { scopes }) });
  return { ...made, ctx: await through(ctx, made.key) };
}

const rowsOf = async (ctx: WorkspaceContext, operation: string) =>
  (await auditOf(ctx)).filter((entry) => entry.operation === operation);

describe("createApiKey", () => {
  test("gives a key once, keeps its hash, and lists it to its maker alone", async () => {
    const ctx = await aContext();
    const { key, id, prefix } = await createApiKey(ctx, { name: "Script" });

    expect(key.startsWith(prefix)).toBe(true);
    const listed = await listApiKeys(ctx, {});
    expect(listed.items).toMatchObject([
      { id, name: "Script", prefix, state: "active", person: { id: ctx.actor.id } },
    ]);
    expect(JSON.stringify([listed, await auditOf(ctx)])).not.toContain(key);
    expect((await listApiKeys(await aColleague(ctx), {})).items).toEqual([]);
    expect((await listApiKeys(await aContext(), {})).items).toEqual([]);
  });

  test("makes one that reads and writes for 90 days, and leaves a row in the audit log", async () => {
    const ctx = await aContext();
    const { id, expiresAt } = await createApiKey(ctx, { name: "Script" });

    expect(expiresAt?.getTime()).toBeGreaterThan(inDays(89).getTime());
    expect(expiresAt?.getTime()).toBeLessThan(inDays(91).getTime());
    expect(await rowsOf(ctx, "keys.create-api-key")).toMatchObject([
      {
        actorId: ctx.actor.id,
        actorKeyId: null,
        subjects: [id],
        input: { name: "Script", scopes: ["read", "write"] },
        changes: [{ subject: id, after: { name: "Script", expiresAt: expiresAt?.toISOString() } }],
      },
    ]);
  });

  test("refuses an end in the past, a key for ever to members, and one for nothing", async () => {
    const member = await aContext();

    await expect(
      createApiKey(member, { name: "Old", expiresAt: new Date("2020-01-01") }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT", errors: [{ path: "expiresAt" }] });
    await expect(createApiKey(member, { name: "Ever", expiresAt: null })).rejects.toMatchObject(
      refused,
    );
    await expect(createApiKey(member, { name: "None", scopes: [] })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    expect((await listApiKeys(member, {})).items).toEqual([]);

    const admin = await aColleague(member, { role: "admin" });
    expect((await createApiKey(admin, { name: "Ever", expiresAt: null })).expiresAt).toBeNull();
  });

  test("is refused to viewers, to background functions, and beyond one's role", async () => {
    const viewer = await aContext({ role: "viewer" });
    const member = await aColleague(viewer);

    for (const ctx of [viewer, inBackground(viewer)])
      await expect(createApiKey(ctx, { name: "No" })).rejects.toMatchObject(refused);
    for (const scope of ["members", "delete"] as const)
      await expect(createApiKey(member, { name: "No", scopes: [scope] })).rejects.toMatchObject({
        ...refused,
        message: expect.stringContaining(scope),
      });
    expect((await listApiKeys(member, {})).items).toEqual([]);
  });

  test("makes none for somebody who has left in the meantime", async () => {
    const owner = await aContext({ role: "owner" });
    const member = await aColleague(owner);
    await removeMember(owner, { userId: member.actor.id });

    await expect(createApiKey(member, { name: "Late" })).rejects.toMatchObject(refused);
    expect((await listAllApiKeys(owner, {})).items).toEqual([]);
  });
});

describe("the scopes of a key", () => {
  test("keep one that reads from everything else, whatever its owner may do", async () => {
    const owner = await aContext({ role: "owner" });
    const { id } = await aDocument(owner);
    const { ctx } = await aKeyOf(owner, ["read"]);

    expect((await listDocuments(ctx, {})).items).toMatchObject([{ id }]);
    for (const act of [
      () => uploadDocument(ctx, anUpload()),
      () => renameDocument(ctx, { id, title: "No" }),
      () => createApiKey(ctx, { name: "No" }),
    ])
      await expect(act()).rejects.toMatchObject({ ...refused, hint: expect.any(String) });
    expect((await listDocuments(owner, {})).items).toHaveLength(1);
  });

  test("keep an owner's plain key from people, keys, the workspace and deleting for good", async () => {
    const owner = await aContext({ role: "owner" });
    const { actor } = await aColleague(owner);
    const { id } = await aDocument(owner);
    const { ctx, id: keyId } = await aKeyOf(owner);

    await renameDocument(ctx, { id, title: "Renamed" });
    for (const act of [
      () => createApiKey(ctx, { name: "More" }),
      () => listApiKeys(ctx, {}),
      () => listAllApiKeys(ctx, {}),
      () => revokeApiKey(ctx, { id: keyId }),
      () => inviteMember(ctx, { email: "x@example.test", role: "admin" }),
      () => changeMemberRole(ctx, { userId: actor.id, role: "admin" }),
      () => removeMember(ctx, { userId: actor.id }),
      () => renameWorkspace(ctx, { name: "Mine" }),
      () => deleteDocuments(ctx, { ids: [id] }),
    ])
      await expect(act()).rejects.toMatchObject({
        ...refused,
        message: expect.stringContaining("API key"),
      });
  });

  test("add nothing to the role: an admin's key for members makes no owner", async () => {
    const admin = await aContext({ role: "admin" });
    const { actor } = await aColleague(admin);
    const { ctx } = await aKeyOf(admin, ["members"]);

    await expect(changeMemberRole(ctx, { userId: actor.id, role: "owner" })).rejects.toMatchObject(
      refused,
    );
    await changeMemberRole(ctx, { userId: actor.id, role: "viewer" });
    await expect(listDocuments(ctx, {})).rejects.toMatchObject(refused);
  });

  test("are handed on in part at most, and never for ever", async () => {
    const owner = await aContext({ role: "owner" });
    const { ctx } = await aKeyOf(owner, ["read", "keys"]);

    await expect(
      createApiKey(ctx, { name: "More", scopes: ["read", "members"] }),
    ).rejects.toMatchObject({ ...refused, message: expect.stringContaining("members") });
    await expect(
      createApiKey(ctx, { name: "Ever", scopes: ["read"], expiresAt: null }),
    ).rejects.toMatchObject(refused);
    expect(await createApiKey(ctx, { name: "Less", scopes: ["read"] })).toMatchObject({
      scopes: ["read"],
    });
  });
});

describe("revokeApiKey", () => {
  test("ends a key once, and leaves a row in the audit log", async () => {
    const ctx = await aContext();
    const { id, key } = await createApiKey(ctx, { name: "Script" });

    await revokeApiKey(ctx, { id });

    expect(await check(key)).toBeNull();
    expect((await listApiKeys(ctx, {})).items).toEqual([]);
    expect(await rowsOf(ctx, "keys.revoke-api-key")).toMatchObject([
      { actorId: ctx.actor.id, subjects: [id, ctx.actor.id], input: { id } },
    ]);
    await expect(revokeApiKey(ctx, { id })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("ends with a key those that were made through it, and no others", async () => {
    const ctx = await aContext();
    const first = await aKeyOf(ctx, ["read", "keys"]);
    const second = await aKeyOf(first.ctx, ["read", "keys"]);
    const third = await aKeyOf(second.ctx, ["read"]);
    const other = await aKeyOf(ctx);

    await revokeApiKey(ctx, { id: first.id });

    for (const { key } of [first, second, third]) expect(await check(key)).toBeNull();
    expect(await check(other.key)).not.toBeNull();
    expect(await rowsOf(ctx, "keys.revoke-api-key")).toMatchObject([
      { subjects: expect.arrayContaining([first.id, second.id, third.id]) },
    ]);
    await expect(
      createApiKey(second.ctx, { name: "Late", scopes: ["read"] }),
    ).rejects.toMatchObject(refused);
  });

  test("ends anybody's for owners and admins; for others it is as if it were not there", async () => {
    const member = await aContext();
    const { id, key } = await createApiKey(member, { name: "Script" });

    for (const other of [await aColleague(member), await aContext({ role: "owner" })])
      await expect(revokeApiKey(other, { id })).rejects.toMatchObject(hidden);
    expect(await check(key)).not.toBeNull();

    const admin = await aColleague(member, { role: "admin" });
    await revokeApiKey(admin, { id });
    expect(await check(key)).toBeNull();
    expect(await rowsOf(member, "keys.revoke-api-key")).toMatchObject([
      { actorId: admin.actor.id, subjects: [id, member.actor.id] },
    ]);
  });
});

describe("listAllApiKeys", () => {
  test("shows owners and admins whose every key is and what became of it, page by page", async () => {
    const owner = await aContext({ role: "owner" });
    const member = await aColleague(owner);
    const active = await createApiKey(member, { name: "Active", scopes: ["read"] });
    const short = await createApiKey(owner, { name: "Short", expiresAt: inDays(1) });
    const revoked = await createApiKey(member, { name: "Revoked" });
    await revokeApiKey(member, { id: revoked.id });

    const later = { ...owner, clock: () => inDays(2) };
    const first = await listAllApiKeys(later, { limit: 2 });
    const second = await listAllApiKeys(later, { limit: 2, cursor: first.nextCursor });

    expect([...first.items, ...second.items]).toMatchObject([
      { id: revoked.id, state: "revoked", person: { id: member.actor.id } },
      { id: short.id, state: "expired", person: { id: owner.actor.id } },
      { id: active.id, state: "active", scopes: ["read"], person: { id: member.actor.id } },
    ]);
    expect(second.nextCursor).toBeNull();
  });

  test("is refused to members and viewers, and shows nothing of next door", async () => {
    const member = await aContext();
    await createApiKey(member, { name: "Script" });

    for (const ctx of [member, await aColleague(member, { role: "viewer" })])
      await expect(listAllApiKeys(ctx, {})).rejects.toMatchObject(refused);
    expect((await listAllApiKeys(await aContext({ role: "owner" }), {})).items).toEqual([]);
  });
});

describe("a person who was made a viewer", () => {
  test("sees and ends the keys that they have, which do no more than a viewer may", async () => {
    const owner = await aContext({ role: "owner" });
    const member = await aColleague(owner);
    const { id, key } = await createApiKey(member, { name: "Script" });
    await changeMemberRole(owner, { userId: member.actor.id, role: "viewer" });
    const viewer = { ...member, actor: { ...member.actor, role: "viewer" as const } };

    const held = await through(member, key);
    expect((await listDocuments(held, {})).items).toEqual([]);
    await expect(uploadDocument(held, anUpload())).rejects.toMatchObject(refused);
    expect((await listApiKeys(viewer, {})).items).toMatchObject([{ id }]);
    await revokeApiKey(viewer, { id });
    expect(await check(key)).toBeNull();
  });
});

describe("a person who was taken out of the workspace", () => {
  test("has no key any more, nor when they join again, and keeps those of other workspaces", async () => {
    const owner = await aContext({ role: "owner" });
    const member = await aColleague(owner);
    const { id: userId } = member.actor;
    const { id, key } = await createApiKey(member, { name: "Script" });
    const elsewhere = await aContext();
    await database.identity.access.addMember(elsewhere.workspaceId, userId, "member");
    const kept = await createApiKey(
      { ...elsewhere, actor: { ...elsewhere.actor, id: userId } },
      { name: "Elsewhere" },
    );

    await removeMember(owner, { userId });

    expect(await rowsOf(owner, "members.remove-member")).toMatchObject([
      { actorId: owner.actor.id, subjects: [userId, id] },
    ]);
    expect((await listAllApiKeys(owner, {})).items).toMatchObject([
      { id, state: "revoked", person: null },
    ]);
    await database.identity.access.addMember(owner.workspaceId, userId, "member");
    expect(await check(key)).toBeNull();
    expect(await check(kept.key)).not.toBeNull();
  });

  test("keeps their keys where the removal is refused", async () => {
    const member = await aContext();
    const { key } = await createApiKey(member, { name: "Script" });

    for (const other of [await aColleague(member), await aContext({ role: "owner" })])
      await expect(removeMember(other, { userId: member.actor.id })).rejects.toBeInstanceOf(Error);
    expect(await check(key)).not.toBeNull();
  });
});

describe("checkApiKey", () => {
  test("leaves a row of a key's first use on a day, with the address, however many come at once", async () => {
    const ctx = await aContext();
    const { key, id } = await createApiKey(ctx, { name: "Script", expiresAt: inDays(30) });
    const noon = new Date(`${inDays(2).toISOString().slice(0, 10)}T12:00:00Z`);
    const at = (hours: number) => ({
      clock: () => new Date(noon.getTime() + hours * 3_600_000),
      ip: "192.0.2.7",
    });

    await Promise.all(Array.from({ length: 5 }, () => check(key, at(0))));
    await check(key, at(11));
    expect(await rowsOf(ctx, "identity.check-api-key")).toMatchObject([
      {
        actorId: ctx.actor.id,
        actorKeyId: id,
        subjects: [ctx.actor.id, id],
        ip: "192.0.2.7",
      },
    ]);
    await check(key, at(13));
    expect(await rowsOf(ctx, "identity.check-api-key")).toHaveLength(2);

    const [listed] = (await listApiKeys(ctx, {})).items;
    expect(listed?.lastUsedAt).toEqual(at(13).clock());
    expect(JSON.stringify(await auditOf(ctx))).not.toContain(key);
  });

  test("leaves no row of a key that lets nobody in", async () => {
    const ctx = await aContext();
    const { key } = await createApiKey(ctx, { name: "Short", expiresAt: inDays(1) });

    expect(await check(key, { clock: () => inDays(2) })).toBeNull();
    expect(await rowsOf(ctx, "identity.check-api-key")).toEqual([]);
  });
});

test("the audit log names the key that something was done through", async () => {
  const ctx = await aContext();
  const { id } = await aDocument(ctx);
  const held = await aKeyOf(ctx);

  await renameDocument(ctx, { id, title: "By hand" });
  await renameDocument(held.ctx, { id, title: "By script" });

  expect(await rowsOf(ctx, "documents.rename-document")).toMatchObject([
    { actorId: ctx.actor.id, actorKeyId: held.id, input: { title: "By script" } },
    { actorId: ctx.actor.id, actorKeyId: null, input: { title: "By hand" } },
  ]);
});
