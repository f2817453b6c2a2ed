import { z } from "zod";

import { notFound } from "../../errors";
import { identityOperation } from "../../operation/identity";
import { count, instant } from "../../shapes";
import { Passkey } from "./contract";

/** Returns the ways by which a person signs in: password, authenticator app, recovery codes and passkeys. No secret is among them. */
export const getSecurity = identityOperation("identity.get-security", {
  title: "See how you sign in",
  input: z.object({ userId: z.string() }),
  output: z.object({
    email: z.string(),
    emailProvenAt: instant.nullable(),
    canMail: z.boolean(),
    hasPassword: z.boolean(),
    totpSince: instant.nullable(),
    recoveryCodesLeft: count,
    passkeys: z.array(Passkey),
  }),
  doors: ["web", "admin"],
  notAudited: "It reads, for the person alone.",

  async handle({ db, mail }, { userId }) {
    const { users, totpFactors, recoveryCodes, passkeys } = db.identity;
    const user = (await users.findCredentials({ id: userId })) ?? notFound("Account", userId);
    const totp = await totpFactors.find(userId);
    return {
      email: user.email,
      emailProvenAt: user.emailProvenAt,
      canMail: mail.isConfigured,
      hasPassword: user.passwordHash !== null,
      totpSince: totp?.confirmedAt ?? null,
      recoveryCodesLeft: await recoveryCodes.countLeft(userId),
      passkeys: await passkeys.list(userId),
    };
  },
});
