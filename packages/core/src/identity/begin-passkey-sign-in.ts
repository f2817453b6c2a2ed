import { z } from "zod";
import { countedAddress } from "../counted-address";
import { identityOperation } from "../operation/identity";
import { ofType } from "../shapes";
import { tokenHash } from "../token-hash";
import { apps } from "./contract";
import { aChallenge, CHALLENGE_MS, type PasskeyQuestion, questionOf } from "./factors/web-authn";
import { limitAttempts } from "./rules/limit-attempts";

/** Returns a question that any passkey of this host can answer. It names no account. */
export const beginPasskeySignIn = identityOperation("identity.begin-passkey-sign-in", {
  title: "Begin to sign in with a passkey",
  input: z.object({ app: z.enum(apps) }),
  output: z.object({ question: ofType<PasskeyQuestion>() }),
  doors: ["web", "admin"],
  notAudited: "Nobody is known yet; signing in records it.",

  async handle(ctx, { app }) {
    const key = `passkey-begin/${countedAddress(ctx.ip)}`;
    await limitAttempts(ctx, { key, most: 120, windowSeconds: 900 });
    const challenge = aChallenge();
    await ctx.db.identity.challenges.create({
      purpose: "sign-in",
      tokenHash: tokenHash(challenge),
      userId: null,
      app,
      expiresAt: new Date(ctx.clock().getTime() + CHALLENGE_MS),
    });
    return { question: await questionOf(ctx, { app, challenge }) };
  },
});
