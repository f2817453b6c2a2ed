import { randomBytes } from "node:crypto";

import type { IdentityContext } from "../../context";
import { tokenHash } from "../../token-hash";
import type { App, SessionMethod } from "../contract";
import { SecondFactorNeeded } from "../contract/second-factor-needed";
import { type OwnFactors, waysOf } from "./factors-of";

const ASKED_MS = 10 * 60_000;

/** Returns the error that asks for a second factor within ten minutes. */
export async function askForFactor(
  ctx: IdentityContext,
  {
    userId,
    app,
    method,
    factors,
  }: { userId: string; app: App; method: SessionMethod; factors: OwnFactors },
): Promise<SecondFactorNeeded> {
  const token = randomBytes(24).toString("base64url");
  await ctx.db.identity.challenges.create({
    purpose: "second-factor",
    tokenHash: tokenHash(token),
    userId,
    app,
    method,
    expiresAt: new Date(ctx.clock().getTime() + ASKED_MS),
  });
  const { ways, question } = await waysOf(ctx, factors, { app, challenge: challengeOf(token) });
  return new SecondFactorNeeded({ token, ways, question });
}

/** Returns what a passkey signs for this token. It tells nothing of the token, which scripts do not see. */
export function challengeOf(token: string): string {
  return Buffer.from(tokenHash(`passkey/${token}`)).toString("base64url");
}
