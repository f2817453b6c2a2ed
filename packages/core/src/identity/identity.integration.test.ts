import { randomUUID } from "node:crypto";

import { describe, expect, test } from "vitest";

import {
  aContext,
  anEmail,
  anIdentityContext,
  auditOf,
  cheapPasswords,
  password,
  startingTogether,
} from "../../test/contexts";
import type { IdentityContext } from "../context";
import { createApiKey } from "../keys/create-api-key";
import { revokeApiKey } from "../keys/revoke-api-key";
import { removeMember } from "../members/remove-member";
import { createProject } from "../projects/create-project";
import { putProjectMember } from "../projects/put-project-member";
import { checkApiKey } from "./check-api-key";
import { checkSession } from "./check-session";
import { listSessions } from "./list-sessions";
import { changeName } from "./own/change-name";
import { changePassword } from "./own/change-password";
import { revokeSession } from "./revoke-session";
import { limitAttempts } from "./rules/limit-attempts";
import { signIn } from "./sign-in";
import { signOutEverywhere } from "./sign-out-everywhere";
import { signUp } from "./sign-up";

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

async function aPerson() {
  const email = anEmail();
  const ctx = anIdentityContext();
  const { user, workspace } = await signUp(ctx, {
    name: "Ada",
    email,
    password,
    workspaceName: "Mill",
  });
  const enter = async (given = ctx) =>
    (await signIn(given, { email, password, app: "web" })).sessionId;
  return { ctx, email, userId: user.id, workspaceId: workspace.id, enter };
}

describe("signUp", () => {
  test("makes a person who owns a workspace of their own, and tells its audit log", async () => {
    const { ctx, userId, workspaceId, enter } = await aPerson();

    const session = await checkSession(ctx, { sessionId: await enter(), app: "web" });

    expect(session).toMatchObject({
      user: { id: userId, name: "Ada" },
      workspaces: [{ id: workspaceId, name: "Mill", role: "owner" }],
      current: { workspaceId, actor: { kind: "user", id: userId, role: "owner", projects: [] } },
    });
    expect((await auditOf({ workspaceId })).at(-1)).toMatchObject({
      operation: "identity.sign-up",
      actorId: userId,
      subjects: [userId, workspaceId],
      input: { name: "Mill" },
      ip: ctx.ip,
      userAgent: "A test",
    });
  });

  test("takes an address once, however it is written and however many try at once", async () => {
    const email = anEmail();
    const given = { name: "Ada", password, workspaceName: "Mill" };
    const db = startingTogether(3);

    const tries = await Promise.allSettled(
      [email, email.toUpperCase(), ` ${email} `].map((address) =>
        signUp(anIdentityContext({ db }), { ...given, email: address }),
      ),
    );

    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const each of tries)
      if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "DUPLICATE" });
  });

  test("refuses a short password without repeating it", async () => {
    const refused = await signUp(anIdentityContext(), {
      name: "Ada",
      email: anEmail(),
      password: "hunter2",
      workspaceName: "Mill",
    }).catch((error: Error) => error);

    expect(refused).toMatchObject({ code: "INVALID_INPUT", errors: [{ path: "password" }] });
    expect(JSON.stringify(refused) + String(refused)).not.toContain("hunter2");
  });
});

describe("who may sign up", () => {
  const given = { name: "Ada", password, workspaceName: "Mill" };
  const rules = (signUp: IdentityContext["rules"]["signUp"]) =>
    anIdentityContext({ rules: { signUp, sessionIdleDays: 14 } });

  test("is nobody where the door is closed, and only some domains where it is half open", async () => {
    for (const ctx of [rules("closed"), rules(["mill.example"])])
      await expect(signUp(ctx, { ...given, email: anEmail() })).rejects.toMatchObject({
        code: "FORBIDDEN",
        hint: expect.stringContaining("invitation"),
      });
    const email = `${randomUUID()}@mill.example`;
    await expect(signUp(rules(["mill.example"]), { ...given, email })).resolves.toHaveProperty(
      "workspace",
    );
  });

  test("chooses a password that is not common, and not their own address", async () => {
    for (const weak of ["password123", "aaaaaaaaaa", "1234567890"])
      await expect(
        signUp(anIdentityContext(), { ...given, email: anEmail(), password: weak }),
      ).rejects.toMatchObject({ code: "INVALID_INPUT", errors: [{ path: "password" }] });
  });

  test("is asked to wait after ten from one address", async () => {
    const ctx = anIdentityContext();
    for (let n = 0; n < 10; n += 1) await signUp(ctx, { ...given, email: anEmail() });
    await expect(signUp(ctx, { ...given, email: anEmail() })).rejects.toMatchObject({
      code: "RATE_LIMITED",
    });
  });
});

describe("signIn", () => {
  test("says the same of a wrong password and of an unknown address, after the same work", async () => {
    const { email } = await aPerson();
    const checked: string[] = [];
    const ctx = anIdentityContext({
      passwords: {
        ...cheapPasswords,
        verify: (hash, given) => {
          checked.push(hash);
          return cheapPasswords.verify(hash, given);
        },
      },
    });
    const refusal = (address: string) =>
      signIn(ctx, { email: address, password: "wrong password", app: "web" }).catch(
        ({ code, message, hint }) => ({ code, message, hint }),
      );

    const wrong = await refusal(email);
    expect(wrong).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await refusal(anEmail())).toEqual(wrong);
    expect(checked).toHaveLength(2);
  });

  test("lets only platform admins into the admin app", async () => {
    const { ctx, email } = await aPerson();
    const enter = () => signIn(ctx, { email, password, app: "admin" });

    await expect(enter()).rejects.toMatchObject({ code: "FORBIDDEN" });
    await ctx.db.identity.users.makePlatformAdmin(email);
    const { sessionId } = await enter();

    expect(await checkSession(ctx, { sessionId, app: "admin" })).toMatchObject({
      user: { isPlatformAdmin: true },
    });
    expect(await checkSession(ctx, { sessionId, app: "web" })).toBeNull();
  });
});

describe("limitAttempts", () => {
  test("counts in windows of a time beyond 32 bits, each key its own, also when many come at once", async () => {
    const ctx = anIdentityContext({ clock: () => new Date("2100-01-01T00:00:00Z") });
    const limit = { key: randomUUID(), most: 3, windowSeconds: 60 };
    const later = { ...ctx, clock: () => new Date("2100-01-01T00:01:00Z") };

    const tries = await Promise.allSettled(
      Array.from({ length: 5 }, () => limitAttempts(ctx, limit)),
    );

    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    await expect(limitAttempts(ctx, limit)).rejects.toMatchObject({
      code: "RATE_LIMITED",
      retryAfterSeconds: 60,
    });
    await expect(limitAttempts(ctx, { ...limit, key: randomUUID() })).resolves.toBeUndefined();
    await expect(limitAttempts(later, limit)).resolves.toBeUndefined();
  });
});

describe("sessions", () => {
  test("are listed with the one that asks, and end when they are revoked", async () => {
    const { ctx, userId, enter } = await aPerson();
    const [here, there] = [await enter(), await enter({ ...ctx, userAgent: "Elsewhere" })];

    const { items } = await listSessions(ctx, { userId, sessionId: here });
    expect(items).toHaveLength(2);
    expect(items.find(({ id }) => id === there)).toMatchObject({
      userAgent: "Elsewhere",
      isCurrent: false,
    });
    expect(items.find(({ id }) => id === here)).toMatchObject({ isCurrent: true });

    await revokeSession(ctx, { userId, id: there });
    expect(await checkSession(ctx, { sessionId: there, app: "web" })).toBeNull();
    expect(await checkSession(ctx, { sessionId: here, app: "web" })).not.toBeNull();
    await expect(revokeSession(ctx, { userId, id: there })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("of other people can be neither listed nor revoked", async () => {
    const [one, other] = [await aPerson(), await aPerson()];
    const sessionId = await one.enter();

    await expect(
      revokeSession(other.ctx, { userId: other.userId, id: sessionId }),
    ).rejects.toMatchObject({ code: "CONFLICT" });

    expect((await listSessions(other.ctx, { userId: other.userId, sessionId })).items).toEqual([]);
    expect(await checkSession(one.ctx, { sessionId, app: "web" })).not.toBeNull();
  });

  test("all end when a person signs out everywhere", async () => {
    const { ctx, userId, enter } = await aPerson();
    const sessionIds = [await enter(), await enter()];

    expect(await signOutEverywhere(ctx, { userId })).toEqual({ ended: 2, keysEnded: 0 });

    for (const sessionId of sessionIds)
      expect(await checkSession(ctx, { sessionId, app: "web" })).toBeNull();
  });

  test("run out after thirty days, however busy they are", async () => {
    const { ctx, userId, enter } = await aPerson();
    const sessionId = await enter();
    const on = (day: number) => ({ ...ctx, clock: () => inDays(day) });

    for (const day of [10, 20, 29])
      expect(await checkSession(on(day), { sessionId, app: "web" })).not.toBeNull();
    expect(await checkSession(on(31), { sessionId, app: "web" })).toBeNull();
    expect((await listSessions(on(31), { userId, sessionId })).items).toEqual([]);
  });

  test("end when they are not used for as long as was set", async () => {
    const { ctx, userId, enter } = await aPerson();
    const sessionId = await enter();
    const rules = { signUp: "open" as const, sessionIdleDays: 3 };
    const on = (day: number) => ({ ...ctx, rules, clock: () => inDays(day) });

    expect(await checkSession(on(2), { sessionId, app: "web" })).not.toBeNull();
    expect(await checkSession(on(4.9), { sessionId, app: "web" })).not.toBeNull();
    expect(await checkSession(on(8), { sessionId, app: "web" })).toBeNull();
    expect((await listSessions(on(8), { userId, sessionId })).items).toEqual([]);
  });

  test("act in the wished workspace only while the person belongs to it", async () => {
    const { ctx, enter, userId, workspaceId } = await aPerson();
    const sessionId = await enter();
    const other = await aContext({ role: "owner" });
    const check = () =>
      checkSession(ctx, { sessionId, app: "web", workspaceId: other.workspaceId });

    expect((await check())?.current?.workspaceId).toBe(workspaceId);
    await ctx.db.identity.access.addMember(other.workspaceId, userId, "member");
    const project = await createProject(other, { name: "Secret", isRestricted: true });
    await putProjectMember(other, { id: project.id, userId, role: "reader" });
    expect((await check())?.current).toMatchObject({
      workspaceId: other.workspaceId,
      actor: { role: "member", projects: [{ id: project.id, role: expect.any(String) }] },
    });
    expect((await checkSession(ctx, { sessionId, app: "web" }))?.current).toMatchObject({
      workspaceId,
      actor: { role: "owner", projects: [] },
    });
    await removeMember(other, { userId });
    expect((await check())?.current?.workspaceId).toBe(workspaceId);
  });
});

describe("changePassword", () => {
  test("ends every other session and takes the new password from then on", async () => {
    const { ctx, email, userId, enter } = await aPerson();
    const [here, there] = [await enter(), await enter()];
    const newPassword = "another long password";

    expect(
      await changePassword(ctx, {
        userId,
        sessionId: here,
        currentPassword: password,
        newPassword,
      }),
    ).toEqual({ ended: 1, keysEnded: 0 });

    expect(await checkSession(ctx, { sessionId: here, app: "web" })).not.toBeNull();
    expect(await checkSession(ctx, { sessionId: there, app: "web" })).toBeNull();
    await expect(enter()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await signIn(ctx, { email, password: newPassword, app: "web" });
  });

  test("takes none that is common or the person's own name", async () => {
    const { ctx, userId, email, enter } = await aPerson();
    const sessionId = await enter();

    for (const newPassword of ["password123", email])
      await expect(
        changePassword(ctx, { userId, sessionId, currentPassword: password, newPassword }),
      ).rejects.toMatchObject({ code: "INVALID_INPUT", errors: [{ path: "newPassword" }] });
    await enter();
  });

  test("is refused without the current password, a few times, and changes nothing", async () => {
    const { ctx, userId, enter } = await aPerson();
    const sessionId = await enter();
    const now = new Date();
    const attempt = () =>
      changePassword(
        { ...ctx, clock: () => now },
        {
          userId,
          sessionId,
          currentPassword: "wrong",
          newPassword: "another long password",
        },
      );

    for (let n = 0; n < 6; n += 1)
      await expect(attempt()).rejects.toMatchObject({
        code: "INVALID_INPUT",
        errors: [{ path: "currentPassword" }],
      });
    await expect(attempt()).rejects.toMatchObject({ code: "RATE_LIMITED" });
    await enter();
  });

  test("changeName renames the person alone", async () => {
    const [one, other] = [await aPerson(), await aPerson()];
    await changeName(one.ctx, { userId: one.userId, name: "Augusta" });

    const nameOf = async ({ ctx, enter }: typeof one) =>
      (await checkSession(ctx, { sessionId: await enter(), app: "web" }))?.user.name;
    expect([await nameOf(one), await nameOf(other)]).toEqual(["Augusta", "Ada"]);
  });
});

describe("checkApiKey", () => {
  const check = (key: string, clock = () => new Date()) =>
    checkApiKey(anIdentityContext({ clock }), { key });

  test("gives whose key it is with the rights that they have today", async () => {
    const owner = await aContext({ role: "owner" });
    const ctx = await aContext({ workspaceId: owner.workspaceId });
    const project = await createProject(owner, { name: "Secret", isRestricted: true });
    const { key } = await createApiKey(ctx, { name: "Script" });
    await putProjectMember(owner, { id: project.id, userId: ctx.actor.id, role: "reader" });

    expect(await check(key)).toMatchObject({
      workspaceId: ctx.workspaceId,
      actor: {
        kind: "user",
        id: ctx.actor.id,
        role: "member",
        projects: [{ id: project.id, role: expect.any(String) }],
      },
    });
    await removeMember(owner, { userId: ctx.actor.id });
    expect(await check(key)).toBeNull();
  });

  test("gives nobody for a key that is unknown, revoked or has run out", async () => {
    const ctx = await aContext();
    const revoked = await createApiKey(ctx, { name: "Old" });
    const short = await createApiKey(ctx, { name: "Short", expiresAt: inDays(1) });
    await revokeApiKey(ctx, { id: revoked.id });

    expect(await check("bsk_nobody")).toBeNull();
    expect(await check(revoked.key)).toBeNull();
    expect(await check(short.key)).not.toBeNull();
    expect(await check(short.key, () => inDays(2))).toBeNull();
  });
});
