import { randomBytes } from "node:crypto";

import { z } from "zod";

import type { IdentityContext } from "../context";
import { AppError, suspended } from "../errors";
import { identityOperation } from "../operation/identity";
import { secret } from "../operation/secret";
import { idIn } from "../shapes";
import { tokenHash } from "../token-hash";
import { type App, apps, email, givenPassword } from "./contract";
import { accountEntry } from "./rules/account-entry";
import { beginGuess } from "./rules/guesses";
import { later } from "./rules/later";

const DAYS_VALID = 30;

/**
 * Checks address and password and opens a session. An unknown address costs the same time and answers the same. `device` is what the browser
 * got at an earlier sign-in; the one in the answer takes its place there.
 */
export const signIn = identityOperation("identity.sign-in", {
  title: "Sign in",
  input: z.object({
    email,
    password: givenPassword,
    app: z.enum(apps),
    device: secret(z.string().max(200)).nullish(),
  }),
  output: z.object({
    user: z.object({ id: idIn("usr"), name: z.string(), email: z.string() }),
    sessionId: idIn("ses"),
    device: z.string(),
  }),
  doors: ["web", "admin", "cli"],

  async handle(ctx, { email: address, password, app, device }) {
    const { users, devices } = ctx.db.identity;
    const user = await users.findCredentials({ email: address });
    const deviceHash = device ? tokenHash(device) : null;
    const deviceId = deviceHash && (await devices.find(deviceHash, user?.id ?? "nobody"));
    const wasRight = await beginGuess(ctx, { email: address, deviceId });

    const isRight = await ctx.passwords.verify(user?.passwordHash ?? decoy, password);
    if (!user?.passwordHash || !isRight)
      throw failed(ctx, { userId: user?.id ?? null, app, reason: "wrong password" });
    await wasRight();
    if (user.suspendedAt) throw failed(ctx, { userId: user.id, app, reason: "suspended" });
    if (app === "admin" && !user.isPlatformAdmin)
      throw failed(ctx, { userId: user.id, app, reason: "no platform admin" });
    const { id, name } = user;
    return { user: { id, name, email: user.email }, ...(await open(ctx, id, app, deviceHash)) };
  },
});

async function open(ctx: IdentityContext, userId: string, app: App, before: string | null) {
  const { ip, userAgent, clock } = ctx;
  const now = clock();
  const device = randomBytes(24).toString("base64url");
  const session = await ctx.db.identity.transaction(async ({ sessions, devices, access }) => {
    const opened = await sessions.create({
      userId,
      app,
      ip,
      userAgent: userAgent.slice(0, 300),
      expiresAt: new Date(now.getTime() + DAYS_VALID * 86_400_000),
    });
    await devices.remember(userId, tokenHash(device), { before, now });
    const about = { userId, subjects: [opened.id], details: { app } };
    const entry = accountEntry(ctx, { operation: "identity.sign-in", ...about });
    await access.recordAccountAudit(userId, entry);
    return opened;
  });
  return { sessionId: session.id, device };
}

const refusals = {
  "wrong password": () =>
    new AppError("UNAUTHENTICATED", "Address or password is wrong", {
      hint: "Check both and try again.",
    }),
  suspended: () => suspended("This account is suspended"),
  "no platform admin": () =>
    new AppError("FORBIDDEN", "This account is no platform admin", {
      hint: "Use the web app, or ask the person who runs BeSunny.",
    }),
};

type Failure = { userId: string | null; app: App; reason: keyof typeof refusals };

/**
 * Records a failed sign-in and returns its error. Neither log names an address that has no account: people type passwords into the wrong
 * field. The row comes after the answer, so that the time shows no account.
 */
function failed(ctx: IdentityContext, { userId, app, reason }: Failure): AppError {
  const error = refusals[reason]();
  ctx.log.warn({ userId, door: app, reason, ip: ctx.ip }, "sign-in failed");
  if (userId) {
    const about = {
      operation: "identity.sign-in",
      userId,
      details: { app, reason },
      error,
    } as const;
    later(ctx, "recording a failed sign-in", () =>
      ctx.db.identity.access.recordAccountAudit(userId, accountEntry(ctx, about)),
    );
  }
  return error;
}

/** An argon2id hash of no real password, with the same cost as real hashes. */
const decoy =
  "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$lrvVOQhCXKbP5mJtmDjVVVVVVVVVVVVVVVVVVVVVVVU";
