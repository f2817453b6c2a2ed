import { expect, test, vi } from "vitest";

import { anEmail, anIdentityContext, auditOf, password } from "../../test/contexts";
import { checkSession } from "./check-session";
import { confirmSignUp } from "./confirm-sign-up";
import { requestSignUp } from "./request-sign-up";
import { signIn } from "./sign-in";

const given = { name: "Ada", password, workspaceName: "Mill" };

/** The operations in the audit log of this person's only workspace, newest first. */
async function rowsOf(email: string): Promise<string[]> {
  const ctx = anIdentityContext();
  const { sessionId } = await signIn(ctx, { email, password, app: "web" });
  const session = await checkSession(ctx, { sessionId, app: "web" });
  const rows = await auditOf({ workspaceId: session?.current?.workspaceId ?? "" });
  return rows.map(({ operation }) => operation);
}

function aMailbox() {
  const mails: { to: string; subject: string; text: string }[] = [];
  const mail = {
    isConfigured: true,
    send: async (message: { to: string; subject: string; text: string }) => {
      mails.push(message);
      return true;
    },
  };
  const token = () => /confirm\/(\S+)/.exec(mails.at(-1)?.text ?? "")?.[1] ?? "";
  return { mails, token, ctx: anIdentityContext({ mail }) };
}

test("without mail it signs up at once, and says so", async () => {
  const email = anEmail();
  const ctx = anIdentityContext();
  expect(await requestSignUp(ctx, { ...given, email })).toEqual({ isMailed: false });
  await signIn(ctx, { email, password, app: "web" });
  expect(await rowsOf(email)).toEqual(["identity.sign-in", "identity.sign-in", "identity.sign-up"]);
});

test("with mail there is no account until its link was opened by who chose the password", async () => {
  const email = anEmail();
  const { ctx, mails, token } = aMailbox();
  expect(await requestSignUp(ctx, { ...given, email })).toEqual({ isMailed: true });
  await vi.waitFor(() => expect(mails).toHaveLength(1));
  const enter = () => signIn(ctx, { email, password, app: "web" });
  await expect(enter()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });

  await expect(
    confirmSignUp(ctx, { token: token(), password: "somebody else's" }),
  ).rejects.toMatchObject({ code: "INVALID_INPUT", errors: [{ path: "password" }] });
  expect(await confirmSignUp(ctx, { token: token(), password })).toEqual({ email });

  await enter();
  expect(await rowsOf(email)).toEqual([
    "identity.sign-in",
    "identity.sign-in",
    "identity.confirm-sign-up",
  ]);
  await expect(confirmSignUp(ctx, { token: token(), password })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("with mail the answer is the same for an address that is taken; its owner is told", async () => {
  const email = anEmail();
  await requestSignUp(anIdentityContext(), { ...given, email });
  const { ctx, mails } = aMailbox();

  expect(await requestSignUp(ctx, { ...given, email })).toEqual({ isMailed: true });
  await vi.waitFor(() =>
    expect(mails).toMatchObject([{ to: email, subject: "You have a BeSunny account already" }]),
  );
});

test("an address belongs to whoever confirms it, not to who asked first", async () => {
  const email = anEmail();
  const [squatter, owner] = [aMailbox(), aMailbox()];
  await requestSignUp(squatter.ctx, { ...given, email, password: "a squatter's choice" });
  await requestSignUp(owner.ctx, { ...given, email });
  await vi.waitFor(() => expect(squatter.mails.length + owner.mails.length).toBe(2));

  await confirmSignUp(owner.ctx, { token: owner.token(), password });

  await expect(
    confirmSignUp(squatter.ctx, { token: squatter.token(), password: "a squatter's choice" }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a link runs out after a day", async () => {
  const { ctx, mails, token } = aMailbox();
  await requestSignUp(ctx, { ...given, email: anEmail() });
  await vi.waitFor(() => expect(mails).toHaveLength(1));
  const late = { ...ctx, clock: () => new Date(Date.now() + 90_000_000) };

  await expect(confirmSignUp(late, { token: token(), password })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("it mails one address three times an hour at most, without a word", async () => {
  const email = anEmail();
  const { ctx, mails } = aMailbox();
  for (let n = 0; n < 6; n += 1)
    expect(await requestSignUp(ctx, { ...given, email })).toEqual({ isMailed: true });
  await vi.waitFor(() => expect(mails).toHaveLength(3));
});

test("where nobody may sign up, nobody is mailed", async () => {
  const { ctx, mails } = aMailbox();
  const closed = { ...ctx, rules: { signUp: "closed" as const, sessionIdleDays: 14 } };
  await expect(requestSignUp(closed, { ...given, email: anEmail() })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  expect(mails).toEqual([]);
});
