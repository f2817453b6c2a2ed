import { randomBytes } from "node:crypto";

import { z } from "zod";

import type { IdentityContext } from "../context";
import { AppError } from "../errors";
import { identityOperation } from "../operation/operation";
import { secret } from "../operation/secret";
import { accountEntry } from "./rules/account-entry";
import { email, givenPassword } from "./contract";
import { beginGuess } from "./rules/guesses";
import { later } from "./rules/later";
import { tokenHash } from "../token-hash";

const DAYS_VALID = 30;

const app = z.enum(["web", "admin"]);

/**
 * Checks address and password and opens a session. An unknown address costs the same time and says the same. `device` is what the browser
 * was given at an earlier sign-in; the one in the answer takes its place there.
 */
export const signIn = identityOperation({
  input: z.object({
    email,
    password: givenPassword,
    app,
    device: secret(z.string().max(200)).nullish(),
  }),

  async run(ctx, { email: address, password, app, device }) {
    const { users, devices } = ctx.db.identity;
    const user = await users.findCredentials({ email: address });
    const deviceHash = device ? tokenHash(device) : null;
    const deviceId = deviceHash && (await devices.find(deviceHash, user?.id ?? "nobody"));
    const wasRight = await beginGuess(ctx, { email: address, deviceId });

    const isRight = await ctx.passwords.verify(user?.passwordHash ?? decoy, password);
    if (!user?.passwordHash || !isRight) {
      tellFailure(ctx, user?.id ?? null, app, "wrong password");
      throw new AppError("UNAUTHENTICATED", "Address or password is wrong", {
        hint: "Check both and try again.",
      });
    }
    await wasRight();
    if (app === "admin" && !user.isPlatformAdmin) {
      tellFailure(ctx, user.id, app, "no platform admin");
      throw new AppError("FORBIDDEN", "This account is no platform admin", {
        hint: "Use the web app, or ask whoever runs BeSunny.",
      });
    }
    const { id, name } = user;
    return { user: { id, name, email: user.email }, ...(await open(ctx, id, app, deviceHash)) };
  },
});

type App = z.infer<typeof app>;

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
    await access.recordAccountAudit(accountEntry(ctx, "identity.signIn", userId, { app }));
    return opened;
  });
  return { sessionId: session.id, device };
}

/** The log never names an address that has no account: people type passwords into the wrong field. */
function tellFailure(ctx: IdentityContext, userId: string | null, app: App, reason: string): void {
  ctx.log.warn({ userId, door: app, reason, ip: ctx.ip }, "sign-in failed");
  if (!userId) return;
  const entry = accountEntry(ctx, "identity.signInFailed", userId, { app, reason });
  later(ctx, "telling the audit log of a sign-in", () =>
    ctx.db.identity.access.recordAccountAudit(entry),
  );
}

/** An argon2id hash of nothing anybody has, with the same cost as the real ones. */
const decoy =
  "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$lrvVOQhCXKbP5mJtmDjVVVVVVVVVVVVVVVVVVVVVVVU";
