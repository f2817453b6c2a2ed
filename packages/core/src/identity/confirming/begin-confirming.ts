import { z } from "zod";

import { notFound } from "../../errors";
import { identityOperation } from "../../operation/identity";
import { ofType } from "../../shapes";
import { tokenHash } from "../../token-hash";
import { apps } from "../contract";
import { factorWays, ofSession } from "../factors/contract";
import { factorsOf, waysOf } from "../factors/factors-of";
import { aChallenge, CHALLENGE_MS, type PasskeyQuestion } from "../factors/web-authn";

/** Returns the ways by which the person can prove again who they are. */
export const beginConfirming = identityOperation("identity.begin-confirming", {
  title: "Begin to confirm that it is you",
  input: ofSession.extend({ app: z.enum(apps) }),
  output: z.object({
    ways: z.array(z.enum(factorWays)),
    question: ofType<PasskeyQuestion>().nullable(),
  }),
  doors: ["web", "admin"],
  notAudited: "It asks; the proof leaves a row.",

  async handle(ctx, { userId, app }) {
    const { users, challenges } = ctx.db.identity;
    const user = (await users.findCredentials({ id: userId })) ?? notFound("Account", userId);
    const challenge = aChallenge();
    const factors = await factorsOf(ctx, userId, app);
    const { ways, question } = await waysOf(ctx, factors, { app, challenge });
    await challenges.create({
      purpose: "confirm",
      tokenHash: tokenHash(challenge),
      userId,
      app,
      expiresAt: new Date(ctx.clock().getTime() + CHALLENGE_MS),
    });
    return { ways: user.passwordHash ? ["password" as const, ...ways] : ways, question };
  },
});
