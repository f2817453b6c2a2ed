import { verify } from "otplib";

import type { IdentityContext, SealedPlace } from "../../context";

const STEP_SECONDS = 30;

/** The place of the sealed secret of a person's authenticator app. */
export function totpPlace(userId: string): SealedPlace {
  return { table: "totp_factors", column: "sealed_secret", id: userId };
}

/**
 * Returns whether the code is one of the person's app, of the present step or the one before or after it. A step counts once: the same code,
 * and an older one, are wrong. `isConfirming` takes the first code of a new secret.
 */
export async function takeTotpCode(
  ctx: Pick<IdentityContext, "db" | "sealer" | "clock">,
  { userId, code, isConfirming = false }: { userId: string; code: string; isConfirming?: boolean },
): Promise<boolean> {
  const { totpFactors } = ctx.db.identity;
  const factor = await totpFactors.find(userId);
  if (!factor || (factor.confirmedAt === null) !== isConfirming) return false;
  const now = ctx.clock();
  const found = await verify({
    secret: ctx.sealer.open(factor.sealedSecret, totpPlace(userId)),
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: STEP_SECONDS,
  });
  if (!found.valid || !("timeStep" in found)) return false;
  return totpFactors.take(userId, found.timeStep, isConfirming ? now : undefined);
}
