import { expect, test, vi } from "vitest";

import { aContext, anEmail, anIdentityContext, password, signedIn } from "../../test/contexts";
import { createApiKey } from "../keys/create-api-key";
import { checkApiKey } from "./check-api-key";
import { checkSession } from "./check-session";
import { makePasswordReset } from "./make-password-reset";
import { requestPasswordReset } from "./request-password-reset";
import { resetPassword } from "./reset-password";
import { signIn } from "./sign-in";
import { signUp } from "./sign-up";

const newPassword = "orbits and returns";
const STILL = new Date();

function aMailbox() {
  const mails: { to: string; text: string }[] = [];
  const mail = {
    isConfigured: true,
    send: async (message: { to: string; text: string }) => {
      mails.push(message);
      return true;
    },
  };
  const tokens = () => mails.map(({ text }) => /reset-password\/(\S+)/.exec(text)?.[1] ?? "");
  return { mails, tokens, ctx: anIdentityContext({ mail }) };
}

async function anAccount(email = anEmail()) {
  const given = { name: "Ada", email, password, workspaceName: "Mill" };
  const { user, workspace } = await signUp(anIdentityContext(), given);
  return { email, userId: user.id, workspaceId: workspace.id };
}

test("the owner of an address gets it back from whoever took it: sessions, keys and browsers all end", async () => {
  const { email, userId, workspaceId } = await anAccount();
  const still = anIdentityContext({ clock: () => STILL });
  const squatter = await signIn(still, { email, password, app: "web" });
  const base = await aContext();
  const actor = {
    kind: "user" as const,
    id: userId,
    name: "Ada",
    role: "owner" as const,
    projects: [],
    via: signedIn,
  };
  const { key } = await createApiKey({ ...base, workspaceId, actor }, { name: "Back door" });
  const { ctx, mails, tokens } = aMailbox();

  await requestPasswordReset(ctx, { email: email.toUpperCase() });
  await vi.waitFor(() => expect(mails).toHaveLength(1));
  expect(mails[0]).toMatchObject({ to: email });
  const [token = ""] = tokens();
  expect(await resetPassword(ctx, { token, newPassword })).toEqual({ email });

  expect(await checkSession(ctx, { sessionId: squatter.sessionId, app: "web" })).toBeNull();
  expect(await checkApiKey(ctx, { key })).toBeNull();
  expect(await ctx.db.identity.devices.forgetAll(userId)).toBeUndefined();
  await expect(signIn(ctx, { email, password, app: "web" })).rejects.toMatchObject({
    code: "UNAUTHENTICATED",
  });
  await signIn(ctx, { email, password: newPassword, app: "web" });
});

test("a browser of whoever had the account is a stranger after a reset, and strangers may try at once", async () => {
  const { email } = await anAccount();
  const at = () => anIdentityContext({ clock: () => STILL });
  const { device } = await signIn(at(), { email, password, app: "web" });
  for (let n = 0; n < 21; n += 1)
    await signIn(at(), { email, password: "wrong password", app: "web" }).catch(() => undefined);
  await expect(signIn(at(), { email, password, app: "web" })).rejects.toMatchObject({
    code: "RATE_LIMITED",
  });
  const link = await makePasswordReset(at(), { email });
  await resetPassword(at(), { token: link?.url.split("/").at(-1) ?? "", newPassword });

  await signIn(at(), { email, password: newPassword, app: "web" });
  for (let n = 0; n < 21; n += 1)
    await signIn(at(), { email, password: "wrong password", app: "web" }).catch(() => undefined);
  await expect(
    signIn(at(), { email, password: newPassword, app: "web", device }),
  ).rejects.toMatchObject({ code: "RATE_LIMITED" });
});

test("a link works once, for an hour, and ends all others", async () => {
  const { email } = await anAccount();
  const { ctx, mails, tokens } = aMailbox();
  for (let n = 1; n <= 2; n += 1) {
    await requestPasswordReset(ctx, { email });
    await vi.waitFor(() => expect(mails).toHaveLength(n));
  }
  const [first = "", second = ""] = tokens();
  const late = { ...ctx, clock: () => new Date(Date.now() + 3_601_000) };
  const spent = { code: "NOT_FOUND" };

  await expect(resetPassword(late, { token: second, newPassword })).rejects.toMatchObject(spent);
  await resetPassword(ctx, { token: second, newPassword });
  await expect(resetPassword(ctx, { token: second, newPassword })).rejects.toMatchObject(spent);
  await expect(resetPassword(ctx, { token: first, newPassword })).rejects.toMatchObject(spent);
  await expect(
    resetPassword(ctx, { token: "made up by somebody", newPassword }),
  ).rejects.toMatchObject(spent);
});

test("a link used twice at the same time changes the password once", async () => {
  const { email } = await anAccount();
  const ctx = anIdentityContext();
  const link = await makePasswordReset(ctx, { email });
  const token = link?.url.split("/").at(-1) ?? "";

  const tries = await Promise.allSettled(
    ["orbits and returns", "a compiler of her own"].map((chosen) =>
      resetPassword(ctx, { token, newPassword: chosen }),
    ),
  );
  expect(tries.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("a weak password is refused and leaves the link as it was", async () => {
  const { email } = await anAccount();
  const ctx = anIdentityContext();
  const link = await makePasswordReset(ctx, { email });
  const token = link?.url.split("/").at(-1) ?? "";

  for (const weak of ["password123", email, "short"])
    await expect(resetPassword(ctx, { token, newPassword: weak })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      errors: [{ path: "newPassword" }],
    });
  await resetPassword(ctx, { token, newPassword });
});

test("a stranger learns nothing of who has an account, and cannot fill a mailbox", async () => {
  const { email } = await anAccount();
  const { ctx, mails } = aMailbox();

  expect(await requestPasswordReset(ctx, { email: anEmail() })).toBeUndefined();
  for (let n = 0; n < 6; n += 1) expect(await requestPasswordReset(ctx, { email })).toBeUndefined();

  await vi.waitFor(() => expect(mails).toHaveLength(3));
  expect(mails.every(({ to }) => to === email)).toBe(true);
  for (let n = 0; n < 3; n += 1) await requestPasswordReset(ctx, { email: anEmail() });
  await expect(requestPasswordReset(ctx, { email: anEmail() })).rejects.toMatchObject({
    code: "RATE_LIMITED",
  });
});

test("the answer does not wait for the mail, which only goes to those who have an account", async () => {
  const { email } = await anAccount();
  const sent = Promise.withResolvers<boolean>();
  const mail = { isConfigured: true, send: () => sent.promise };

  await requestPasswordReset(anIdentityContext({ mail }), { email });
  sent.resolve(true);
});

test("without mail it says whom to ask, and only whoever runs the machine makes a link", async () => {
  const { email } = await anAccount();
  const ctx = anIdentityContext();

  await expect(requestPasswordReset(ctx, { email })).rejects.toMatchObject({
    code: "CONFLICT",
    hint: expect.stringContaining("the person who runs BeSunny"),
  });
  expect(await makePasswordReset(ctx, { email: anEmail() })).toBeNull();
  expect((await makePasswordReset(ctx, { email }))?.url).toMatch(
    /^http:\/\/localhost:3000\/reset-password\/\S+$/,
  );
});
