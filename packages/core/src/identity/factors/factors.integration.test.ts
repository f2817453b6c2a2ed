import { generate } from "otplib";
import { describe, expect, test } from "vitest";
import { anEmail, anIdentityContext, auditOf, password } from "../../../test/contexts";
import { Authenticator } from "../../../test/people/authenticator";
import type { IdentityContext } from "../../context";
import { beginPasskeySignIn } from "../begin-passkey-sign-in";
import { beginConfirming } from "../confirming/begin-confirming";
import { confirmSession } from "../confirming/confirm-session";
import { SecondFactorNeeded } from "../contract/second-factor-needed";
import { finishSignIn } from "../finish-sign-in";
import { signIn } from "../sign-in";
import { signInWithPasskey } from "../sign-in-with-passkey";
import { signUp } from "../sign-up";
import { beginPasskey } from "./begin-passkey";
import { beginTotp } from "./begin-totp";
import { confirmTotp } from "./confirm-totp";
import { finishPasskey } from "./finish-passkey";
import { getSecurity } from "./get-security";
import { makeRecoveryCodes } from "./make-recovery-codes";
import { removePasskey } from "./remove-passkey";
import { removePassword } from "./remove-password";
import { removeTotp } from "./remove-totp";
import { renamePasskey } from "./rename-passkey";

const app = "web" as const;
const later = (ctx: IdentityContext, ms: number): IdentityContext => {
  const { clock } = ctx;
  return { ...ctx, clock: () => new Date(clock().getTime() + ms) };
};
const MINUTE = 60_000;

async function aPerson(given: Partial<IdentityContext> = {}) {
  const ctx = anIdentityContext(given);
  const email = anEmail();
  const { user, workspace } = await signUp(ctx, {
    name: "Ada",
    email,
    password,
    workspaceName: "Mill",
  });
  const { sessionId } = await signIn(ctx, { email, password, app });
  return { ctx, email, workspaceId: workspace.id, here: { userId: user.id, sessionId } };
}
type Person = Awaited<ReturnType<typeof aPerson>>;

async function withTotp() {
  const person = await aPerson();
  const { secret } = await beginTotp(person.ctx, person.here);
  const codeAt = (ctx: IdentityContext) =>
    generate({ secret, epoch: Math.floor(ctx.clock().getTime() / 1000) });
  const code = await codeAt(person.ctx);
  const { recoveryCodes } = await confirmTotp(person.ctx, { ...person.here, code });
  return { ...person, secret, code, codeAt, recoveryCodes: recoveryCodes ?? [] };
}

async function withPasskey(device = new Authenticator()) {
  const person = await aPerson();
  const made = await addPasskey(person, device);
  return { ...person, ...made, device };
}

async function addPasskey({ ctx, here }: Person, device: Authenticator) {
  const { options } = await beginPasskey(ctx, { ...here, app });
  const answer = device.register(options);
  return finishPasskey(ctx, { ...here, app, name: "Laptop", answer });
}

/** Begins a sign-in by password, and returns what the account asks for. */
async function asked(ctx: IdentityContext, email: string) {
  const error = await signIn(ctx, { email, password, app }).catch((refused: unknown) => refused);
  if (!(error instanceof SecondFactorNeeded)) throw new Error("no second factor was asked for");
  return error.asked;
}

describe("an authenticator app", () => {
  test("asks for a code at the next sign-in, and takes each code once", async () => {
    const { ctx, email, code, codeAt, here, workspaceId } = await withTotp();
    const { token, ways } = await asked(ctx, email);
    expect(ways).toEqual(["code", "recovery"]);

    await expect(finishSignIn(ctx, { app, token, code })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      message: "This code is wrong or was used",
    });
    const soon = later(ctx, MINUTE);
    const next = await codeAt(soon);
    const { sessionId, user } = await finishSignIn(soon, { app, token, code: next });
    expect(user.id).toBe(here.userId);
    expect((await auditOf({ workspaceId }))[0]).toMatchObject({
      operation: "identity.finish-sign-in",
      subjects: [here.userId, sessionId],
      input: { way: "code" },
    });

    const again = await asked(soon, email);
    await expect(finishSignIn(soon, { app, token: again.token, code: next })).rejects.toMatchObject(
      { code: "INVALID_INPUT" },
    );
  });

  test("takes a code once, however many come at the same moment", async () => {
    const { ctx, email, codeAt } = await withTotp();
    const soon = later(ctx, MINUTE);
    const code = await codeAt(soon);
    const tokens: string[] = [];
    for (let count = 0; count < 3; count++) tokens.push((await asked(soon, email)).token);

    const tries = await Promise.allSettled(
      tokens.map((token) => finishSignIn(soon, { app, token, code })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("takes no code of long ago and no code of a step before the last", async () => {
    const { ctx, email, codeAt } = await withTotp();
    const soon = later(ctx, 5 * MINUTE);
    const [before, now] = [await codeAt(later(soon, -30_000)), await codeAt(soon)];
    const old = await codeAt(later(ctx, 2 * MINUTE));
    const { token } = await asked(soon, email);
    await expect(finishSignIn(soon, { app, token, code: old })).rejects.toThrow();
    await finishSignIn(soon, { app, token, code: now });
    const second = await asked(soon, email);
    await expect(
      finishSignIn(soon, { app, token: second.token, code: before }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  test("counts for nothing before a code has confirmed it", async () => {
    const { ctx, email, here } = await aPerson();
    await beginTotp(ctx, here);
    await expect(confirmTotp(ctx, { ...here, code: "000000" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    await signIn(ctx, { email, password, app });
    expect(await getSecurity(ctx, here)).toMatchObject({ totpSince: null, recoveryCodesLeft: 0 });
  });

  test("asks nobody any more once it was removed, and its codes end with it", async () => {
    const { ctx, email, here } = await withTotp();
    await removeTotp(ctx, here);
    await signIn(ctx, { email, password, app });
    expect(await getSecurity(ctx, here)).toMatchObject({ totpSince: null, recoveryCodesLeft: 0 });
    await expect(removeTotp(ctx, here)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("is sealed in the database", async () => {
    const { ctx, here, secret } = await withTotp();
    const row = await ctx.db.identity.totpFactors.find(here.userId);
    expect(Buffer.from(row?.sealedSecret ?? []).toString("latin1")).not.toContain(secret);
  });

  test("cannot be replaced by another without being removed", async () => {
    const { ctx, here } = await withTotp();
    await expect(beginTotp(ctx, here)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("a sign-in that waits for its second factor", () => {
  test("ends after ten minutes, after five tries, and in another app", async () => {
    const { ctx, email, codeAt } = await withTotp();
    const late = later(ctx, 11 * MINUTE);
    const { token } = await asked(ctx, email);
    const refused = { code: "UNAUTHENTICATED" };
    await expect(
      finishSignIn(late, { app, token, code: await codeAt(late) }),
    ).rejects.toMatchObject(refused);
    await expect(finishSignIn(ctx, { app: "admin", token, code: "000000" })).rejects.toMatchObject(
      refused,
    );

    const tried = await asked(ctx, email);
    for (let count = 0; count < 5; count++)
      await expect(
        finishSignIn(ctx, { app, token: tried.token, code: "000000" }),
      ).rejects.toMatchObject({ code: "INVALID_INPUT" });
    const soon = later(ctx, MINUTE);
    await expect(
      finishSignIn(soon, { app, token: tried.token, code: await codeAt(soon) }),
    ).rejects.toMatchObject(refused);
  });

  test("gives no session to a token of nobody", async () => {
    const ctx = anIdentityContext();
    await expect(
      finishSignIn(ctx, { app, token: "x".repeat(32), code: "123456" }),
    ).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});

describe("recovery codes", () => {
  test("open the account once each, as people type them", async () => {
    const { ctx, email, here, recoveryCodes } = await withTotp();
    expect(new Set(recoveryCodes).size).toBe(10);
    const [first = "", second = ""] = recoveryCodes;
    const given = first.toUpperCase().replace("-", " ");
    const { token } = await asked(ctx, email);
    await finishSignIn(ctx, { app, token, recoveryCode: given });

    const again = await asked(ctx, email);
    await expect(
      finishSignIn(ctx, { app, token: again.token, recoveryCode: first }),
    ).rejects.toMatchObject({ message: "This recovery code is wrong or was used" });
    await finishSignIn(ctx, { app, token: again.token, recoveryCode: second });
    expect((await getSecurity(ctx, here)).recoveryCodesLeft).toBe(8);
  });

  test("are made anew, and the ones before end", async () => {
    const { ctx, email, here, recoveryCodes } = await withTotp();
    const { recoveryCodes: fresh } = await makeRecoveryCodes(ctx, here);
    const { token } = await asked(ctx, email);
    const [old = ""] = recoveryCodes;
    await expect(finishSignIn(ctx, { app, token, recoveryCode: old })).rejects.toThrow();
    await finishSignIn(ctx, { app, token, recoveryCode: fresh[0] ?? "" });
  });

  test("are for people with a second factor alone", async () => {
    const { ctx, here } = await aPerson();
    await expect(makeRecoveryCodes(ctx, here)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("a passkey", () => {
  async function question(ctx: IdentityContext) {
    return (await beginPasskeySignIn(ctx, { app })).question;
  }

  test("signs its person in alone, with two factors", async () => {
    const { ctx, here, id, device, workspaceId } = await withPasskey();
    const answer = device.sign(await question(ctx));
    const { sessionId, user } = await signInWithPasskey(anIdentityContext(), { app, answer });

    expect(user.id).toBe(here.userId);
    const session = await ctx.db.identity.sessions.findLive(sessionId, {
      now: ctx.clock(),
      idleSince: new Date(0),
    });
    expect(session).toMatchObject({ method: "passkey", hasSecondFactor: true });
    expect((await auditOf({ workspaceId }))[0]).toMatchObject({
      operation: "identity.sign-in-with-passkey",
    });
    const { passkeys } = await getSecurity(ctx, here);
    expect(passkeys).toMatchObject([{ id, name: "Laptop", lastUsedAt: expect.any(Date) }]);
  });

  test("counts an answer once", async () => {
    const { ctx, device } = await withPasskey();
    const answer = device.sign(await question(ctx));
    await signInWithPasskey(ctx, { app, answer });
    await expect(signInWithPasskey(ctx, { app, answer })).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
  });

  test("is refused when its counter goes back, as that of a copy does", async () => {
    const { ctx, device } = await withPasskey();
    device.counter = 7;
    await signInWithPasskey(ctx, { app, answer: device.sign(await question(ctx)) });
    device.counter = 3;
    await expect(
      signInWithPasskey(ctx, { app, answer: device.sign(await question(ctx)) }),
    ).rejects.toMatchObject({ message: "This passkey was not accepted" });
  });

  test("is refused from another site, without its owner verified, for a question of nobody, and with another key", async () => {
    const { ctx, device } = await withPasskey();
    const refused = { code: "UNAUTHENTICATED" };
    const elsewhere = new Authenticator("https://evil.example", "localhost");
    const forged = { ...elsewhere.sign(await question(ctx)), id: device.id.toString("base64url") };
    await expect(signInWithPasskey(ctx, { app, answer: forged })).rejects.toMatchObject(refused);
    const stranger = new Authenticator();
    const unknown = stranger.sign(await question(ctx));
    await expect(signInWithPasskey(ctx, { app, answer: unknown })).rejects.toMatchObject(refused);
    const made = device.sign({ challenge: "bm9ib2R5IGFza2Vk" });
    await expect(signInWithPasskey(ctx, { app, answer: made })).rejects.toMatchObject(refused);
    device.isVerifying = false;
    await expect(
      signInWithPasskey(ctx, { app, answer: device.sign(await question(ctx)) }),
    ).rejects.toMatchObject(refused);
  });

  test("completes a sign-in by password, as its second factor", async () => {
    const { ctx, email, device, here } = await withPasskey();
    const { token, ways, question: toSign } = await asked(ctx, email);
    expect(ways).toEqual(["passkey", "recovery"]);
    if (!toSign) throw new Error("no question for the passkey");
    const other = await withPasskey();
    const theirs = other.device.sign(toSign);
    await expect(finishSignIn(ctx, { app, token, passkey: theirs })).rejects.toMatchObject({
      message: "This passkey was not accepted",
    });
    const { user } = await finishSignIn(ctx, { app, token, passkey: device.sign(toSign) });
    expect(user.id).toBe(here.userId);
  });

  test("is added once, by the person who was asked, and within five minutes", async () => {
    const { ctx, here } = await aPerson();
    const device = new Authenticator();
    const { options } = await beginPasskey(ctx, { ...here, app });
    const answer = device.register(options);
    const other = await aPerson();
    const given = { app, name: "Phone", answer };
    await expect(finishPasskey(other.ctx, { ...other.here, ...given })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const later6 = later(ctx, 6 * MINUTE);
    await expect(finishPasskey(later6, { ...here, ...given })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("can be renamed and removed by its person alone", async () => {
    const { ctx, here, id } = await withPasskey();
    const other = await aPerson();
    await expect(
      renamePasskey(other.ctx, { userId: other.here.userId, id, name: "Mine" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(removePasskey(other.ctx, { ...other.here, id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await renamePasskey(ctx, { userId: here.userId, id, name: "Old laptop" });
    expect((await getSecurity(ctx, here)).passkeys).toMatchObject([{ name: "Old laptop" }]);
    await removePasskey(ctx, { ...here, id });
    expect((await getSecurity(ctx, here)).passkeys).toEqual([]);
  });

  test("can be the only way in, and is then not removed", async () => {
    const { ctx, here, id, email, device } = await withPasskey();
    await removePassword(ctx, here);
    await expect(signIn(ctx, { email, password, app })).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
    await expect(removePasskey(ctx, { ...here, id })).rejects.toMatchObject({ code: "CONFLICT" });
    await signInWithPasskey(ctx, { app, answer: device.sign(await question(ctx)) });
    const none = await aPerson();
    await expect(removePassword(none.ctx, none.here)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("a fresh proof", () => {
  test("is asked for ten minutes after the last one, and given by password, code or passkey", async () => {
    const { ctx, here } = await withPasskey();
    const stale = later(ctx, 11 * MINUTE);
    const refused = { code: "STEP_UP_NEEDED" };
    await expect(beginTotp(stale, here)).rejects.toMatchObject(refused);
    await expect(
      confirmSession(stale, { ...here, app, password: "not this one" }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await expect(beginTotp(stale, here)).rejects.toMatchObject(refused);
    await confirmSession(stale, { ...here, app, password });
    await beginTotp(stale, here);
  });

  test("is given by a passkey that answers the question of this person", async () => {
    const { ctx, here, device } = await withPasskey();
    const stale = later(ctx, 11 * MINUTE);
    const { ways, question } = await beginConfirming(stale, { ...here, app });
    expect(ways).toEqual(["password", "passkey", "recovery"]);
    if (!question) throw new Error("no question");
    const passkey = device.sign(question);
    await confirmSession(stale, { ...here, app, passkey });
    await makeRecoveryCodes(stale, here);
    await expect(confirmSession(stale, { ...here, app, passkey })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("counts for its own session alone", async () => {
    const { ctx, here, email } = await aPerson();
    const stale = later(ctx, 11 * MINUTE);
    const other = await signIn(stale, { email, password, app });
    await expect(beginTotp(stale, here)).rejects.toMatchObject({ code: "STEP_UP_NEEDED" });
    await beginTotp(stale, { ...here, sessionId: other.sessionId });
    const stranger = await aPerson();
    await expect(
      confirmSession(ctx, { ...stranger.here, sessionId: here.sessionId, app, password }),
    ).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});
