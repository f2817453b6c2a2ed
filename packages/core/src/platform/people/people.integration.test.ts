import { expect, test } from "vitest";
import {
  aContext,
  anEmail,
  anIdentityContext,
  aPlatformContext,
  auditOf,
  database,
  password,
} from "../../../test/contexts";
import { aDocument } from "../../../test/documents";
import { acceptInvitation } from "../../identity/accept-invitation";
import { checkApiKey } from "../../identity/check-api-key";
import { checkLink } from "../../identity/check-link";
import { checkSession } from "../../identity/check-session";
import { findActor } from "../../identity/find-actor";
import { makePlatformAdmin } from "../../identity/make-platform-admin";
import { resetPassword } from "../../identity/reset-password";
import { signIn } from "../../identity/sign-in";
import { signUp } from "../../identity/sign-up";
import { createApiKey } from "../../keys/create-api-key";
import { createLink } from "../../sharing/create-link";
import { listPlatformAudit } from "../list-platform-audit";
import { changePersonRole } from "./change-person-role";
import { createWorkspace } from "./create-workspace";
import { endSessions } from "./end-sessions";
import { getPerson } from "./get-person";
import { getPlatformWorkspace } from "./get-platform-workspace";
import { invitePerson } from "./invite-person";
import { listPeople } from "./list-people";
import { listWorkspaces } from "./list-workspaces";
import { resetPersonPassword } from "./reset-person-password";
import { resumePerson } from "./resume-person";
import { resumeWorkspace } from "./resume-workspace";
import { suspendPerson } from "./suspend-person";
import { suspendWorkspace } from "./suspend-workspace";

async function anAdmin() {
  const email = anEmail();
  const given = { name: "Grace", email, password, workspaceName: "Head office" };
  const { user } = await signUp(anIdentityContext(), given);
  await makePlatformAdmin(anIdentityContext({ door: "cli" }), { email });
  return aPlatformContext({
    actor: { kind: "platformAdmin", id: user.id, confirmedAt: new Date() },
  });
}

/** An owner with a session and a key in their workspace. */
async function anOwner() {
  const email = anEmail();
  const { user, workspace } = await signUp(anIdentityContext(), {
    name: "Ada",
    email,
    password,
    workspaceName: "Mill",
  });
  const enter = () => signIn(anIdentityContext(), { email, password, app: "web" });
  const ctx = {
    ...(await aContext({ role: "owner", workspaceId: workspace.id })),
    actor: {
      kind: "user" as const,
      id: user.id,
      name: "Ada",
      role: "owner" as const,
      projects: [],
      groups: [],
      via: {
        kind: "session" as const,
        id: (await enter()).sessionId,
        confirmedAt: new Date(8.64e15),
      },
    },
  };
  const { key } = await createApiKey(ctx, { name: "Robot", scopes: ["read"] });
  const seen = () => checkSession(anIdentityContext(), { sessionId: ctx.actor.via.id, app: "web" });
  const withKey = () => checkApiKey(anIdentityContext({ door: "rest" }), { key });
  const asBefore = () =>
    findActor(anIdentityContext(), {
      workspaceId: workspace.id,
      userId: user.id,
      via: ctx.actor.via,
    });
  const { token } = await createLink(ctx, { id: (await aDocument(ctx)).id });
  const byLink = () => checkLink(anIdentityContext(), { token });
  return { byLink, email, id: user.id, workspaceId: workspace.id, enter, seen, withKey, asBefore };
}

const tokenOf = (url: string) => url.slice(url.lastIndexOf("/") + 1);

test("a suspended workspace lets nobody in, by session or key, and says so; resumed it does", async () => {
  const [admin, ada] = [await anAdmin(), await anOwner()];

  await suspendWorkspace(admin, { id: ada.workspaceId, reason: "Unpaid" });

  expect(await ada.seen()).toMatchObject({
    workspaces: [],
    suspended: { id: ada.workspaceId, name: "Mill" },
    current: null,
  });
  await expect(ada.withKey()).rejects.toMatchObject({
    code: "FORBIDDEN",
    message: "The workspace Mill is suspended",
  });
  expect(await ada.asBefore()).toBeNull();
  expect(await ada.byLink()).toBeNull();
  await expect(suspendWorkspace(admin, { id: ada.workspaceId })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  const row = {
    operation: "platform.suspend-workspace",
    actorKind: "platformAdmin",
    changes: [{ subject: ada.workspaceId, after: { isSuspended: true } }],
  };
  expect(await auditOf({ workspaceId: ada.workspaceId })).toContainEqual(
    expect.objectContaining({ operation: row.operation, actorKind: row.actorKind }),
  );
  const { items } = await listPlatformAudit(admin, {
    subject: ada.workspaceId,
    outcome: "ok",
  });
  expect(items[0]).toMatchObject({ operation: row.operation, input: { reason: "Unpaid" } });

  await resumeWorkspace(admin, { id: ada.workspaceId });

  expect(await ada.seen()).toMatchObject({ current: { workspaceId: ada.workspaceId } });
  expect(await ada.withKey()).toMatchObject({ workspaceId: ada.workspaceId });
  expect(await ada.byLink()).toMatchObject({ workspaceId: ada.workspaceId });
});

test("a suspended person comes in nowhere, and is told why where they sign in", async () => {
  const [admin, ada] = [await anAdmin(), await anOwner()];

  await suspendPerson(admin, { id: ada.id });

  expect(await ada.seen()).toBeNull();
  expect(await ada.asBefore()).toBeNull();
  await expect(ada.enter()).rejects.toMatchObject({ message: "This account is suspended" });
  await expect(ada.withKey()).rejects.toMatchObject({ code: "FORBIDDEN" });

  await resumePerson(admin, { id: ada.id });

  expect(await ada.seen()).toBeNull();
  await expect(ada.enter()).resolves.toMatchObject({ user: { id: ada.id } });
  expect(await ada.withKey()).not.toBeNull();
});

test("an admin cannot suspend themselves", async () => {
  const admin = await anAdmin();
  const id = admin.actor.kind === "platformAdmin" ? admin.actor.id : "";

  await expect(suspendPerson(admin, { id })).rejects.toMatchObject({ code: "CONFLICT" });
});

test("workspaces and people are listed, found by name and address, and shown one by one", async () => {
  const [admin, ada] = [await anAdmin(), await anOwner()];
  await ada.enter();

  const people = await listPeople(admin, { text: ada.email });
  expect(people.items).toMatchObject([{ id: ada.id, name: "Ada", workspaces: 1 }]);
  const first = await listWorkspaces(admin, { text: "Mill", limit: 1 });
  expect(first.items).toMatchObject([{ id: ada.workspaceId, members: expect.any(Number) }]);
  expect(await getPlatformWorkspace(admin, { id: ada.workspaceId })).toMatchObject({
    name: "Mill",
    members: expect.arrayContaining([expect.objectContaining({ userId: ada.id, role: "owner" })]),
  });
  const person = await getPerson(admin, { id: ada.id });
  expect(person).toMatchObject({ memberships: [{ role: "owner", workspace: { name: "Mill" } }] });
  expect(person.sessions).toHaveLength(2);
  expect(JSON.stringify(person)).not.toMatch(/password|hash/i);

  const [session] = person.sessions;
  expect(await endSessions(admin, { id: ada.id, sessionId: session?.id })).toEqual({ ended: 1 });
  expect(await endSessions(admin, { id: ada.id })).toEqual({ ended: 1 });
  expect((await getPerson(admin, { id: ada.id })).sessions).toEqual([]);
});

test("a workspace is made for its owner, who comes in by a link where there is no account yet", async () => {
  const [admin, ada] = [await anAdmin(), await anOwner()];

  const known = await createWorkspace(admin, { name: "Barn", ownerEmail: ada.email });
  expect(known.invitation).toBeNull();
  expect((await getPlatformWorkspace(admin, { id: known.id })).members).toMatchObject([
    { userId: ada.id, role: "owner" },
  ]);

  const email = anEmail();
  const { id, invitation } = await createWorkspace(admin, { name: "Shed", ownerEmail: email });
  const token = tokenOf(invitation?.url ?? "");
  await acceptInvitation(anIdentityContext(), { token, name: "Bea", password });
  expect((await getPlatformWorkspace(admin, { id })).members).toMatchObject([
    { email, role: "owner" },
  ]);
});

test("roles change, but the last owner stays; people are invited and get links for a new password", async () => {
  const [admin, ada] = [await anAdmin(), await anOwner()];
  const { workspaceId } = ada;
  const bob = await database.identity.users.create({
    email: anEmail(),
    name: "Bob",
    passwordHash: "x",
  });
  await database.identity.access.addMember(workspaceId, bob.id, "member");
  for (const { userId, role } of (await getPlatformWorkspace(admin, { id: workspaceId })).members)
    if (role === "owner" && userId !== ada.id)
      await changePersonRole(admin, { workspaceId, userId, role: "viewer" });

  await expect(
    changePersonRole(admin, { workspaceId, userId: ada.id, role: "member" }),
  ).rejects.toMatchObject({ code: "CONFLICT" });
  await changePersonRole(admin, { workspaceId, userId: bob.id, role: "owner" });
  await changePersonRole(admin, { workspaceId, userId: ada.id, role: "member" });
  expect((await getPerson(admin, { id: ada.id })).memberships).toMatchObject([{ role: "member" }]);

  const { url } = await invitePerson(admin, { workspaceId, email: anEmail(), role: "admin" });
  expect(url).toMatch(/^http:\/\/localhost:3000\/invitation\//);
  expect((await getPlatformWorkspace(admin, { id: workspaceId })).invitations).toHaveLength(1);
  await expect(
    invitePerson(admin, { workspaceId, email: ada.email, role: "member" }),
  ).rejects.toMatchObject({ code: "CONFLICT" });

  const reset = await resetPersonPassword(admin, { id: ada.id });
  await resetPassword(anIdentityContext(), {
    token: tokenOf(reset.url),
    newPassword: "another long password",
  });
  await expect(ada.enter()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
});
