import type { IdentityContext } from "../../context";
import type { App } from "../contract";
import type { FactorWay } from "./contract";
import { type PasskeyQuestion, placeOf, questionOf } from "./web-authn";

/** The factors of a person beside the password, as the app can ask for them. */
export type OwnFactors = { hasTotp: boolean; codesLeft: number; credentials: string[] };

/** Returns the factors that a person can use in this app: its host decides which passkeys. */
export async function factorsOf(
  ctx: IdentityContext,
  userId: string,
  app: App,
): Promise<OwnFactors> {
  const { totpFactors, recoveryCodes, passkeys } = ctx.db.identity;
  const { host } = placeOf(ctx, app);
  const [totp, codesLeft, keys] = await Promise.all([
    totpFactors.find(userId),
    recoveryCodes.countLeft(userId),
    passkeys.list(userId),
  ]);
  return {
    hasTotp: totp?.confirmedAt != null,
    codesLeft,
    credentials: keys.filter((key) => key.host === host).map((key) => key.credentialId),
  };
}

/** Returns whether the person has a second factor that a sign-in must ask for. */
export function mustAsk({ hasTotp, credentials }: OwnFactors): boolean {
  return hasTotp || credentials.length > 0;
}

/** Returns the ways that these factors offer, and the question for a passkey, if there is one. */
export async function waysOf(
  ctx: IdentityContext,
  { hasTotp, codesLeft, credentials }: OwnFactors,
  { app, challenge }: { app: App; challenge: string },
): Promise<{ ways: FactorWay[]; question: PasskeyQuestion | null }> {
  const ways: FactorWay[] = [];
  if (hasTotp) ways.push("code");
  if (credentials.length > 0) ways.push("passkey");
  if (codesLeft > 0) ways.push("recovery");
  const question =
    credentials.length > 0 ? await questionOf(ctx, { app, challenge, credentials }) : null;
  return { ways, question };
}
