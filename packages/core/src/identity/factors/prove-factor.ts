import type { IdentityContext } from "../../context";
import { AppError } from "../../errors";
import type { App } from "../contract";
import { accountEntry } from "../rules/account-entry";
import { beginGuess } from "../rules/guesses";
import { tellOfChange } from "../rules/tell-of-change";
import type { FactorProof, FactorWay } from "./contract";
import { recoveryHash } from "./recovery";
import { takeTotpCode } from "./totp";
import { verifyPasskey } from "./web-authn";

type Proving = {
  operation: `identity.${string}`;
  userId: string;
  app: App;
  proof: FactorProof;
  /** The challenge that a passkey must have signed. */
  challenge: string;
};

/**
 * Tests a factor of a person and returns which it was. Counts the guess with those of the password; a wrong one is recorded and refused at its
 * field. A code counts once.
 */
export async function proveFactor(ctx: IdentityContext, proving: Proving): Promise<FactorWay> {
  const { operation, userId } = proving;
  const wasRight = await beginGuess(ctx, { userId });
  const way = await provenWay(ctx, proving);
  if (way) {
    await wasRight();
    return way;
  }
  const error = wrongProof(proving.proof);
  const about = { userId, details: { reason: "wrong factor" }, error };
  await ctx.db.identity.access.recordAccountAudit(
    userId,
    accountEntry(ctx, { operation, ...about }),
  );
  throw error;
}

async function provenWay(
  ctx: IdentityContext,
  { userId, app, proof, challenge }: Proving,
): Promise<FactorWay | null> {
  const { code, recoveryCode, passkey } = proof;
  if (passkey)
    return (await verifyPasskey(ctx, { app, answer: passkey, challenge, userId }))
      ? "passkey"
      : null;
  if (code) return (await takeTotpCode(ctx, { userId, code })) ? "code" : null;
  if (!recoveryCode) return null;
  const hash = recoveryHash(userId, recoveryCode);
  if (!(await ctx.db.identity.recoveryCodes.use(userId, hash, ctx.clock()))) return null;
  tellOfChange(ctx, userId, "codeUsed");
  return "recovery";
}

function wrongProof({ code, recoveryCode, passkey }: FactorProof): AppError {
  const [path, message, hint] = passkey
    ? ["passkey", "This passkey was not accepted", "Try again, or choose another way."]
    : recoveryCode && !code
      ? ["recoveryCode", "This recovery code is wrong or was used", "Try another one."]
      : ["code", "This code is wrong or was used", "Wait for the next code and enter that one."];
  return new AppError("INVALID_INPUT", message, { hint, errors: [{ path, message }] });
}
