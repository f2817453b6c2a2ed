import { z } from "zod";
import type { IdentityContext } from "../../context";
import { AppError, invalidInput } from "../../errors";
import { identityOperation } from "../../operation/identity";
import { nothing } from "../../shapes";
import { tokenHash } from "../../token-hash";
import { apps, givenPassword } from "../contract";
import { factorProof, ofSession, type PasskeyAnswer } from "../factors/contract";
import { proveFactor } from "../factors/prove-factor";
import { challengeIn } from "../factors/web-authn";
import { accountEntry } from "../rules/account-entry";
import { confirmPassword } from "../rules/confirm-password";

const operation = "identity.confirm-session";

/** Proves again who the person of a session is. For ten minutes the session may then do what asks for a fresh proof. */
export const confirmSession = identityOperation("identity.confirm-session", {
  title: "Confirm that it is you",
  input: ofSession.extend({
    app: z.enum(apps),
    password: givenPassword.optional(),
    ...factorProof.shape,
  }),
  output: nothing,
  doors: ["web", "admin"],

  async handle(ctx, { userId, sessionId, app, password, ...proof }) {
    const way = password
      ? "password"
      : proof.code || proof.recoveryCode || proof.passkey
        ? "factor"
        : invalidInput("Give a password, a code or a passkey");
    if (password) await confirmPassword(ctx, { operation, userId, password, path: "password" });
    else {
      const challenge = proof.passkey ? await useChallenge(ctx, userId, proof.passkey) : "";
      await proveFactor(ctx, { operation, userId, app, proof, challenge });
    }
    await ctx.db.identity.transaction(async ({ sessions, access }) => {
      const proven = {
        confirmedAt: ctx.clock(),
        ...(way === "factor" && { hasSecondFactor: true as const }),
      };
      if (!(await sessions.confirm(userId, sessionId, proven)))
        throw new AppError("UNAUTHENTICATED", "Your session has ended", { hint: "Sign in again." });
      const about = { userId, subjects: [sessionId], details: { way } };
      await access.recordAccountAudit(userId, accountEntry(ctx, { operation, ...about }));
    });
  },
});

/** Uses up the challenge that the passkey has signed, if it was asked of this person. */
async function useChallenge(
  ctx: IdentityContext,
  userId: string,
  answer: PasskeyAnswer,
): Promise<string> {
  const { challenges } = ctx.db.identity;
  const challenge = challengeIn(answer);
  const now = ctx.clock();
  const waiting = await challenges.begin(tokenHash(challenge), "confirm", now);
  if (waiting?.userId === userId && (await challenges.use(waiting.id, now))) return challenge;
  throw new AppError("CONFLICT", "Confirming took too long, or was done already", {
    hint: "Try again.",
  });
}
