import { describe, expect, test } from "vitest";

import {
  aColleague,
  aContext,
  anEmail,
  anIdentityContext,
  auditOf,
  password,
  startingTogether,
} from "../../test/contexts";
import type { WorkspaceContext } from "../context";
import { acceptInvitation } from "../identity/accept-invitation";
import { getInvitation } from "../identity/get-invitation";
import { joinWorkspace } from "../identity/join-workspace";
import { signIn } from "../identity/sign-in";
import { signUp } from "../identity/sign-up";
import { changeMemberRole } from "./change-member-role";
import { inviteMember } from "./invite-member";
import { listInvitations } from "./list-invitations";
import { listMembers } from "./list-members";
import { removeMember } from "./remove-member";
import { revokeInvitation } from "./revoke-invitation";

const anAdmin = () => aContext({ role: "admin" });
const emailsOf = async (ctx: WorkspaceContext) =>
  (await listMembers(ctx, {})).items.map(({ email }) => email);
const roleOf = async (ctx: WorkspaceContext, id: string) =>
  (await listMembers(ctx, {})).items.find(({ userId }) => userId === id)?.role;

describe("inviteMember", () => {
  test("lets a new person in by its link, as what they were invited to be", async () => {
    const ctx = await anAdmin();
    const email = anEmail();
    const { id, token } = await inviteMember(ctx, { email: email.toUpperCase(), role: "viewer" });
    const stranger = anIdentityContext();

    expect(await getInvitation(stranger, { token })).toEqual({
      email,
      role: "viewer",
      workspaceName: "A test's own workspace",
    });
    expect(await acceptInvitation(stranger, { token, name: "Nell", password })).toEqual({
      email,
      workspaceId: ctx.workspaceId,
    });

    const joined = (await listMembers(ctx, {})).items.find((each) => each.email === email);
    expect(joined).toMatchObject({ name: "Nell", role: "viewer" });
    expect((await auditOf(ctx))[0]).toMatchObject({
      operation: "identity.accept-invitation",
      subjects: [joined?.userId, id],
      input: { role: "viewer" },
    });
    await signIn(stranger, { email, password, app: "web" });
  });

  test("lets in a person who has an account by their own session alone, and tests no password", async () => {
    const ctx = await anAdmin();
    const email = anEmail();
    const given = { name: "Ada", email, password, workspaceName: "Home" };
    const { user } = await signUp(anIdentityContext(), given);
    const { user: other } = await signUp(anIdentityContext(), { ...given, email: anEmail() });
    const { token } = await inviteMember(ctx, { email, role: "member" });
    const stranger = anIdentityContext();

    for (const guess of [password, "not the password"])
      await expect(acceptInvitation(stranger, { token, password: guess })).rejects.toMatchObject({
        code: "CONFLICT",
        message: "There is an account with this address",
      });
    await expect(joinWorkspace(stranger, { token, userId: other.id })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await emailsOf(ctx)).not.toContain(email);

    expect(await joinWorkspace(stranger, { token, userId: user.id })).toEqual({
      email,
      workspaceId: ctx.workspaceId,
    });
    expect(await emailsOf(ctx)).toContain(email);
    expect((await auditOf(ctx))[0]).toMatchObject({
      operation: "identity.join-workspace",
      actorId: user.id,
      input: { role: "member" },
      ip: stranger.ip,
    });
  });

  test("tells who has the link nothing of whether its address has an account", async () => {
    const ctx = await anAdmin();
    const [known, unknown] = [anEmail(), anEmail()];
    await signUp(anIdentityContext(), { name: "A", email: known, password, workspaceName: "Home" });
    const shown = await Promise.all(
      [known, unknown].map(async (email) => {
        const { token } = await inviteMember(ctx, { email, role: "member" });
        const { email: _, ...rest } = await getInvitation(anIdentityContext(), { token });
        return rest;
      }),
    );

    expect(shown[0]).toEqual(shown[1]);
  });

  test("lets a new person in where nobody may sign up, but with no password that is common", async () => {
    const ctx = await anAdmin();
    const email = anEmail();
    const { token } = await inviteMember(ctx, { email, role: "member" });
    const closed = anIdentityContext({ rules: { signUp: "closed", sessionIdleDays: 14 } });

    await expect(
      acceptInvitation(closed, { token, name: "Nell", password: "password123" }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT", errors: [{ path: "password" }] });
    await acceptInvitation(closed, { token, name: "Nell", password });
    expect(await emailsOf(ctx)).toContain(email);
  });

  test("asks a new person for a password that is long enough, in words that a form can show", async () => {
    const { token } = await inviteMember(await anAdmin(), { email: anEmail(), role: "member" });

    await expect(
      acceptInvitation(anIdentityContext(), { token, name: "Nell", password: "short" }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT", errors: [{ path: "password" }] });
  });

  test("lets one person in once, though the link is used twice at the same time", async () => {
    const email = anEmail();
    const given = { name: "Ada", email, password, workspaceName: "Home" };
    const { user } = await signUp(anIdentityContext(), given);
    const { token } = await inviteMember(await anAdmin(), { email, role: "member" });
    const db = startingTogether(2);
    const accept = (given = {}) =>
      joinWorkspace(anIdentityContext(given), { token, userId: user.id });

    const tries = await Promise.allSettled([accept({ db }), accept({ db })]);

    expect(tries.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(tries.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "CONFLICT" },
    });
    await expect(accept()).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(getInvitation(anIdentityContext(), { token })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("lets nobody in once it was revoked, or after a week", async () => {
    const ctx = await anAdmin();
    const revoked = await inviteMember(ctx, { email: anEmail(), role: "member" });
    const old = await inviteMember(ctx, { email: anEmail(), role: "member" });
    expect((await listInvitations(ctx, {})).items).toHaveLength(2);

    await revokeInvitation(ctx, { id: revoked.id });
    const clock = () => new Date(Date.now() + 8 * 86_400_000);

    await expect(
      acceptInvitation(anIdentityContext(), { token: revoked.token, name: "N", password }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(
      acceptInvitation(anIdentityContext({ clock }), { token: old.token, name: "N", password }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await listInvitations(ctx, {})).items).toMatchObject([{ id: old.id }]);
    await expect(revokeInvitation(ctx, { id: revoked.id })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("keeps the link out of lists and of the audit log", async () => {
    const ctx = await anAdmin();
    const { token } = await inviteMember(ctx, { email: anEmail(), role: "member" });

    const kept = JSON.stringify([await listInvitations(ctx, {}), await auditOf(ctx)]);

    expect(kept).not.toContain(token);
    expect(kept).not.toContain("tokenHash");
  });

  test("is refused to members, and for people who are there already", async () => {
    const ctx = await anAdmin();
    const [address = ""] = await emailsOf(ctx);
    const member = await aColleague(ctx);

    for (const act of [
      () => inviteMember(member, { email: anEmail(), role: "member" }),
      () => listInvitations(member, {}),
      () => revokeInvitation(member, { id: "inv_1" }),
    ])
      await expect(act()).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(inviteMember(ctx, { email: address, role: "member" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect((await listInvitations(ctx, {})).items).toEqual([]);
  });

  test("can be neither seen nor revoked next door", async () => {
    const ctx = await anAdmin();
    const { id } = await inviteMember(ctx, { email: anEmail(), role: "member" });
    const neighbour = await aContext({ role: "owner" });

    expect((await listInvitations(neighbour, {})).items).toEqual([]);
    await expect(revokeInvitation(neighbour, { id })).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await listInvitations(ctx, {})).items).toHaveLength(1);
  });
});

describe("listMembers", () => {
  test("shows the people of this workspace and of no other", async () => {
    const ctx = await aContext({ role: "viewer" });
    const { email } = (await listMembers(await aContext(), {})).items[0] ?? {};

    expect((await listMembers(ctx, {})).items.map(({ role }) => role)).toEqual(["owner", "viewer"]);
    expect(await emailsOf(ctx)).not.toContain(email);
  });
});

describe("changeMemberRole and removeMember", () => {
  test("change what a person may do, and end that they may do anything", async () => {
    const ctx = await anAdmin();
    const { actor } = await aColleague(ctx);

    await changeMemberRole(ctx, { userId: actor.id, role: "viewer" });
    expect(await roleOf(ctx, actor.id)).toBe("viewer");
    expect((await auditOf(ctx))[0]).toMatchObject({
      operation: "members.change-member-role",
      subjects: [actor.id],
      changes: [{ subject: actor.id, before: { role: "member" }, after: { role: "viewer" } }],
    });

    await removeMember(ctx, { userId: actor.id });
    expect(await roleOf(ctx, actor.id)).toBeUndefined();
    expect((await auditOf(ctx))[0]).toMatchObject({
      operation: "members.remove-member",
      subjects: [actor.id],
      changes: [{ subject: actor.id, before: { role: "viewer" }, after: { role: null } }],
    });
    await expect(removeMember(ctx, { userId: actor.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("are refused to members, and leave everybody as they were", async () => {
    const ctx = await aContext();
    const { actor } = await aColleague(ctx);
    const before = await listMembers(ctx, {});

    await expect(changeMemberRole(ctx, { userId: actor.id, role: "viewer" })).rejects.toMatchObject(
      { code: "FORBIDDEN" },
    );
    await expect(removeMember(ctx, { userId: actor.id })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await listMembers(ctx, {})).toEqual(before);
  });

  test("reach nobody next door", async () => {
    const { actor } = await aContext();
    const neighbour = await aContext({ role: "owner" });

    for (const act of [
      () => changeMemberRole(neighbour, { userId: actor.id, role: "viewer" }),
      () => removeMember(neighbour, { userId: actor.id }),
    ])
      await expect(act()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("let only owners make and unmake owners, and never the last one", async () => {
    const owner = await aContext({ role: "owner" });
    const admin = await aColleague(owner, { role: "admin" });
    const userId = owner.actor.id;

    for (const act of [
      () => changeMemberRole(admin, { userId, role: "member" }),
      () => changeMemberRole(admin, { userId: admin.actor.id, role: "owner" }),
      () => removeMember(admin, { userId }),
    ])
      await expect(act()).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const act of [
      () => changeMemberRole(owner, { userId, role: "member" }),
      () => removeMember(owner, { userId }),
    ])
      await expect(act()).rejects.toMatchObject({ code: "CONFLICT" });

    await changeMemberRole(owner, { userId: admin.actor.id, role: "owner" });
    await changeMemberRole(owner, { userId, role: "member" });
    expect(await roleOf(owner, userId)).toBe("member");
  });

  test("leave one owner, though two unmake each other at the same time", async () => {
    const owner = await aContext({ role: "owner" });
    const second = await aColleague(owner, { role: "owner" });
    const db = startingTogether(2);

    await Promise.allSettled([
      changeMemberRole({ ...owner, db }, { userId: second.actor.id, role: "member" }),
      changeMemberRole({ ...second, db }, { userId: owner.actor.id, role: "member" }),
    ]);

    const roles = (await listMembers(owner, {})).items.map(({ role }) => role);
    expect(roles.toSorted()).toEqual(["member", "owner"]);
  });
});
