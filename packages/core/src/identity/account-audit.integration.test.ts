import { randomUUID } from "node:crypto";

import { expect, test, vi } from "vitest";

import {
  anEmail,
  anIdentityContext,
  auditOf,
  aWorkspace,
  database,
  password,
} from "../../test/contexts";
import { changePassword } from "./change-password";
import { revokeSession } from "./revoke-session";
import { signOut } from "./sign-out";
import { signOutEverywhere } from "./sign-out-everywhere";
import { makePasswordReset } from "./make-password-reset";
import { resetPassword } from "./reset-password";
import { signIn } from "./sign-in";
import { signUp } from "./sign-up";

const ip = "198.51.100.7";
const userAgent = "A test's browser";

/** Somebody with two workspaces, so that it is seen that each is told. */
async function aPerson() {
  const email = anEmail();
  const ctx = anIdentityContext({ ip, userAgent });
  const { user, workspace } = await signUp(anIdentityContext(), {
    name: "Ada",
    email,
    password,
    workspaceName: "Mill",
  });
  const { workspaceId: second } = await aWorkspace();
  await database.identity.access.addMember(second, user.id, "member");
  const enter = () => signIn(ctx, { email, password, app: "web" });
  return { ctx, email, userId: user.id, workspaces: [workspace.id, second], enter };
}

type Person = Awaited<ReturnType<typeof aPerson>>;

/** What the newest entry by this person says, in every workspace of theirs. */
async function told({ workspaces, userId }: Pick<Person, "workspaces" | "userId">, action: string) {
  const found = await Promise.all(
    workspaces.map(async (workspaceId) =>
      (await auditOf({ workspaceId })).find(
        (entry) => entry.actorId === userId && entry.action === action,
      ),
    ),
  );
  return found.map((entry) => entry?.input);
}

const twice = (input: object) => [expect.objectContaining(input), expect.objectContaining(input)];

test("a sign-in is told in each workspace, with where it came from", async () => {
  const person = await aPerson();
  await person.enter();
  expect(await told(person, "identity.signIn")).toEqual(twice({ app: "web", ip, userAgent }));
});

test("a failed sign-in is told to the account's workspaces, without what was typed", async () => {
  const person = await aPerson();
  await signIn(person.ctx, { email: person.email, password: "hunter2hunter2", app: "web" }).catch(
    () => undefined,
  );
  await vi.waitFor(async () =>
    expect(await told(person, "identity.signInFailed")).toEqual(
      twice({ app: "web", reason: "wrong password", ip, userAgent }),
    ),
  );
  expect(JSON.stringify(await told(person, "identity.signInFailed"))).not.toContain("hunter2");
});

test("a failed sign-in at an unknown address is a line in the log that does not name it", async () => {
  const lines: object[] = [];
  const log = { info() {}, error() {}, warn: (fields: object) => void lines.push(fields) };
  const email = anEmail();
  await signIn(anIdentityContext({ log }), { email, password: "hunter2hunter2", app: "web" }).catch(
    () => undefined,
  );
  expect(lines).toHaveLength(1);
  expect(JSON.stringify(lines)).not.toContain(email);
  expect(JSON.stringify(lines)).not.toContain("hunter2");
});

test("signing out, ending a session and signing out everywhere are told apart", async () => {
  const person = await aPerson();
  const { ctx, userId, enter } = person;
  const [left, ended] = [await enter(), await enter()];

  await signOut(ctx, { userId, id: left.sessionId });
  await revokeSession(ctx, { userId, id: ended.sessionId });
  await enter();
  await signOutEverywhere(ctx, { userId });

  expect(await told(person, "identity.signOut")).toEqual(twice({ sessionId: left.sessionId, ip }));
  expect(await told(person, "identity.sessionRevoked")).toEqual(
    twice({ sessionId: ended.sessionId, ip }),
  );
  expect(await told(person, "identity.signedOutEverywhere")).toEqual(twice({ ended: 1, ip }));
});

test("what was refused is told by nobody: a session that had ended already", async () => {
  const person = await aPerson();
  const { ctx, userId } = person;
  await expect(revokeSession(ctx, { userId, id: `ses_${randomUUID()}` })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  expect(await told(person, "identity.sessionRevoked")).toEqual([undefined, undefined]);
});

test("a changed and a reset password are told, without the passwords or the link", async () => {
  const person = await aPerson();
  const { ctx, userId, email, enter } = person;
  const { sessionId } = await enter();
  const newPassword = "orbits and returns";
  await changePassword(ctx, { userId, sessionId, currentPassword: password, newPassword });
  const link = await makePasswordReset(ctx, { email });
  const token = link?.url.split("/").at(-1) ?? "";
  await resetPassword(ctx, { token, newPassword: "a compiler of her own" });

  expect(await told(person, "identity.passwordChanged")).toEqual(twice({ ended: 0, ip }));
  expect(await told(person, "identity.passwordReset")).toEqual(
    twice({ sessions: 1, apiKeys: 0, ip }),
  );
  const all = JSON.stringify(await auditOf({ workspaceId: person.workspaces[0] ?? "" }));
  for (const kept of [password, newPassword, "a compiler of her own", token])
    expect(all).not.toContain(kept);
});

const platformEntriesOf = async (userId: string) =>
  (await database.platform.audit.list({ limit: 200 })).filter(({ actorId }) => actorId === userId);

test("what an admin of the platform does with their account is told to the platform too", async () => {
  const person = await aPerson();
  await person.enter();
  expect(await platformEntriesOf(person.userId)).toEqual([]);

  await database.identity.users.makePlatformAdmin(person.email);
  await signIn(person.ctx, { email: person.email, password, app: "admin" });
  expect(await platformEntriesOf(person.userId)).toMatchObject([
    { action: "identity.signIn", input: { app: "admin", ip } },
  ]);
});

test("what a person without a workspace does is told to the platform alone", async () => {
  const { users } = database.identity;
  const email = anEmail();
  const passwordHash = await anIdentityContext().passwords.hash(password);
  const { id } = await users.create({ email, name: "Nomad", passwordHash });

  await signIn(anIdentityContext({ ip }), { email, password, app: "web" });

  expect(await platformEntriesOf(id)).toMatchObject([
    { action: "identity.signIn", actorKind: "user", input: { ip } },
  ]);
});
