import { randomUUID } from "node:crypto";

import { expect, test, vi } from "vitest";

import {
  anEmail,
  anIdentityContext,
  auditOf,
  aWorkspace,
  database,
  password,
  refusalsOf,
} from "../../test/contexts";
import { makePasswordReset } from "./make-password-reset";
import { makePlatformAdmin } from "./make-platform-admin";
import { changeName } from "./own/change-name";
import { changePassword } from "./own/change-password";
import { requestPasswordReset } from "./request-password-reset";
import { resetPassword } from "./reset-password";
import { revokeSession } from "./revoke-session";
import { signIn } from "./sign-in";
import { signOut } from "./sign-out";
import { signOutEverywhere } from "./sign-out-everywhere";
import { signUp } from "./sign-up";

const ip = "198.51.100.7";
const userAgent = "A test's browser";

/** Somebody with two workspaces, so that rows in each are seen. */
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

/** The newest row by this person of the operation, in every workspace of theirs. */
function rowsOf({ workspaces, userId }: Pick<Person, "workspaces" | "userId">, operation: string) {
  return Promise.all(
    workspaces.map(async (workspaceId) =>
      [...(await auditOf({ workspaceId })), ...(await refusalsOf({ workspaceId }))].find(
        (entry) => entry.subjects.includes(userId) && entry.operation === operation,
      ),
    ),
  );
}

const twice = (row: object) => [expect.objectContaining(row), expect.objectContaining(row)];
const came = { door: "web", traceId: "test-trace", outcome: "ok", errorCode: null };

test("a sign-in leaves a row in each workspace, with where it came from", async () => {
  const person = await aPerson();
  const { sessionId } = await person.enter();
  expect(await rowsOf(person, "identity.sign-in")).toEqual(
    twice({
      ...came,
      actorKind: "user",
      actorId: person.userId,
      subjects: [person.userId, sessionId],
      input: { app: "web" },
      ip,
      userAgent,
    }),
  );
});

test("a failed sign-in leaves a row in the account's workspaces, without what was typed", async () => {
  const person = await aPerson();
  await signIn(person.ctx, { email: person.email, password: "hunter2hunter2", app: "web" }).catch(
    () => undefined,
  );
  await vi.waitFor(async () =>
    expect(await rowsOf(person, "identity.sign-in")).toEqual(
      twice({
        ...came,
        outcome: "failed",
        errorCode: "UNAUTHENTICATED",
        subjects: [person.userId],
        input: { app: "web", reason: "wrong password" },
        ip,
        userAgent,
      }),
    ),
  );
  expect(JSON.stringify(await rowsOf(person, "identity.sign-in"))).not.toContain("hunter2");
});

test("a sign-in to the admin app by a person who is no platform admin is recorded as refused", async () => {
  const person = await aPerson();
  await signIn(person.ctx, { email: person.email, password, app: "admin" }).catch(() => undefined);
  await vi.waitFor(async () =>
    expect(await rowsOf(person, "identity.sign-in")).toEqual(
      twice({ ...came, outcome: "refused", errorCode: "FORBIDDEN" }),
    ),
  );
});

test("a wrong current password leaves a row, without what was typed", async () => {
  const person = await aPerson();
  const { ctx, userId, enter } = person;
  const { sessionId } = await enter();
  const wrong = {
    userId,
    sessionId,
    currentPassword: "hunter2hunter2",
    newPassword: "another long one",
  };
  await expect(changePassword(ctx, wrong)).rejects.toMatchObject({ code: "INVALID_INPUT" });

  const rows = await rowsOf(person, "identity.change-password");
  expect(rows).toEqual(
    twice({
      ...came,
      outcome: "failed",
      errorCode: "INVALID_INPUT",
      subjects: [userId],
      input: { reason: "wrong password" },
      ip,
      userAgent,
    }),
  );
  expect(JSON.stringify(rows)).not.toMatch(/hunter2|another long/);
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

test("signing out, ending a session and signing out everywhere leave rows of their own", async () => {
  const person = await aPerson();
  const { ctx, userId, enter } = person;
  const [left, ended] = [await enter(), await enter()];

  await signOut(ctx, { userId, id: left.sessionId });
  await revokeSession(ctx, { userId, id: ended.sessionId });
  await enter();
  await signOutEverywhere(ctx, { userId });

  expect(await rowsOf(person, "identity.sign-out")).toEqual(
    twice({ ...came, subjects: [userId, left.sessionId] }),
  );
  expect(await rowsOf(person, "identity.revoke-session")).toEqual(
    twice({
      ...came,
      subjects: [userId, ended.sessionId],
      input: { sessionId: ended.sessionId },
      ip,
      userAgent,
    }),
  );
  expect(await rowsOf(person, "identity.sign-out-everywhere")).toEqual(
    twice({ ...came, input: { ended: 1, keysEnded: 0 }, ip, userAgent }),
  );
});

test("ending a session that had ended already leaves no row", async () => {
  const person = await aPerson();
  const { ctx, userId } = person;
  await expect(revokeSession(ctx, { userId, id: `ses_${randomUUID()}` })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  expect(await rowsOf(person, "identity.revoke-session")).toEqual([undefined, undefined]);
});

test("a changed and a reset password leave rows, without the passwords or the link", async () => {
  const person = await aPerson();
  const { ctx, userId, email, enter } = person;
  const { sessionId } = await enter();
  const newPassword = "orbits and returns";
  await changePassword(ctx, { userId, sessionId, currentPassword: password, newPassword });
  const link = await makePasswordReset(ctx, { email });
  const token = link?.url.split("/").at(-1) ?? "";
  await resetPassword(ctx, { token, newPassword: "a compiler of her own" });

  expect(await rowsOf(person, "identity.change-password")).toEqual(
    twice({ ...came, input: { ended: 0, keysEnded: 0 }, ip, userAgent }),
  );
  expect(await rowsOf(person, "identity.make-password-reset")).toEqual(
    twice({ ...came, actorKind: "nobody", actorId: "", subjects: [userId] }),
  );
  expect(await rowsOf(person, "identity.reset-password")).toEqual(
    twice({ ...came, actorId: userId, input: { ended: 1, keysEnded: 0 }, ip, userAgent }),
  );
  const all = JSON.stringify(await auditOf({ workspaceId: person.workspaces[0] ?? "" }));
  for (const kept of [password, newPassword, "a compiler of her own", token])
    expect(all).not.toContain(kept);
});

test("asking for a link to choose a new password leaves a row that names nobody as its actor", async () => {
  const person = await aPerson();
  const mail = { isConfigured: true, send: async () => true };
  await requestPasswordReset({ ...person.ctx, mail }, { email: person.email });
  await vi.waitFor(async () =>
    expect(await rowsOf(person, "identity.request-password-reset")).toEqual(
      twice({ ...came, actorKind: "nobody", actorId: "", subjects: [person.userId] }),
    ),
  );
});

test("a changed name leaves a row with the name before and after", async () => {
  const person = await aPerson();
  const { ctx, userId } = person;
  await changeName(ctx, { userId, name: "Ada Lovelace" });
  expect(await rowsOf(person, "identity.change-name")).toEqual(
    twice({
      ...came,
      actorId: userId,
      changes: [{ subject: userId, before: { name: "Ada" }, after: { name: "Ada Lovelace" } }],
    }),
  );
});

const platformEntriesOf = async (userId: string) =>
  (await database.platform.audit.list({ subject: userId }, { limit: 200 })).items;

test("what an admin of the platform does with their account is recorded for the platform too", async () => {
  const person = await aPerson();
  await person.enter();
  expect(await platformEntriesOf(person.userId)).toEqual([]);

  const fromCli = { ...person.ctx, door: "cli" as const };
  for (let n = 0; n < 2; n += 1)
    expect(await makePlatformAdmin(fromCli, { email: person.email })).toEqual({ found: true });
  await signIn(person.ctx, { email: person.email, password, app: "admin" });
  expect(await platformEntriesOf(person.userId)).toMatchObject([
    { operation: "identity.sign-in", input: { app: "admin" }, ip },
    {
      operation: "identity.make-platform-admin",
      actorKind: "nobody",
      door: "cli",
      changes: [{ before: { isPlatformAdmin: false }, after: { isPlatformAdmin: true } }],
    },
  ]);
  expect(await makePlatformAdmin(fromCli, { email: anEmail() })).toEqual({ found: false });
});

test("what a person without a workspace does is recorded for the platform alone", async () => {
  const { users } = database.identity;
  const email = anEmail();
  const passwordHash = await anIdentityContext().passwords.hash(password);
  const { id } = await users.create({ email, name: "Nomad", passwordHash });

  await signIn(anIdentityContext({ ip }), { email, password, app: "web" });

  expect(await platformEntriesOf(id)).toMatchObject([
    { operation: "identity.sign-in", actorKind: "user", ip },
  ]);
});
