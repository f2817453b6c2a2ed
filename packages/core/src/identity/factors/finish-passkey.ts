import type { RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";

import { AppError, conflict } from "../../errors";
import { identityOperation } from "../../operation/identity";
import { idIn } from "../../shapes";
import { tokenHash } from "../../token-hash";
import { apps } from "../contract";
import { accountEntry } from "../rules/account-entry";
import { tellOfChange } from "../rules/tell-of-change";
import { NewRecoveryCodes, newPasskeyAnswer, ofSession, passkeyName } from "./contract";
import { replaceRecoveryCodes } from "./recovery";
import { challengeIn, placeOf } from "./web-authn";

/** Keeps a passkey that the browser has made. Returns recovery codes if the person has none. */
export const finishPasskey = identityOperation("identity.finish-passkey", {
  title: "Add a passkey",
  input: ofSession.extend({ app: z.enum(apps), name: passkeyName, answer: newPasskeyAnswer }),
  output: NewRecoveryCodes.extend({ id: idIn("psk") }),
  doors: ["web", "admin"],
  stepUp: true,

  async handle(ctx, { userId, sessionId, app, name, answer }) {
    const { challenges } = ctx.db.identity;
    const now = ctx.clock();
    const told = challengeIn(answer);
    const challenge = await challenges.begin(tokenHash(told), "register", now);
    if (challenge?.userId !== userId || !(await challenges.use(challenge.id, now))) throw tooLate();
    const { origin, host } = placeOf(ctx, app);
    const { verifyRegistrationResponse } = await import("@simplewebauthn/server");
    const verification = await verifyRegistrationResponse({
      response: asResponse(answer),
      expectedChallenge: told,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
    }).catch((error: unknown) => {
      ctx.log.warn({ error: String(error), userId }, "a new passkey was refused");
      return null;
    });
    if (!verification?.verified)
      throw new AppError("INVALID_INPUT", "The passkey could not be added", {
        hint: "Try again, or use another device.",
      });
    const { credential, credentialBackedUp } = verification.registrationInfo;
    const made = await ctx.db.identity.transaction(async (repositories) => {
      const { passkeys, recoveryCodes, sessions, access } = repositories;
      const id = await passkeys.create({
        userId,
        name,
        host,
        credentialId: credential.id,
        publicKey: credential.publicKey,
        counter: credential.counter,
        transports: answer.response.transports,
        isBackedUp: credentialBackedUp,
      });
      if (!id) conflict("This passkey is known already");
      await sessions.confirm(userId, sessionId, { confirmedAt: now, hasSecondFactor: true });
      const about = { userId, subjects: [id], details: { name } };
      const entry = accountEntry(ctx, { operation: "identity.finish-passkey", ...about });
      await access.recordAccountAudit(userId, entry);
      const left = await recoveryCodes.countLeft(userId);
      return {
        id,
        recoveryCodes: left > 0 ? null : await replaceRecoveryCodes(repositories, userId),
      };
    });
    tellOfChange(ctx, userId, "passkeyAdded");
    return made;
  },
});

function tooLate(): AppError {
  return new AppError("CONFLICT", "Adding the passkey took too long, or was done already", {
    hint: "Begin again.",
  });
}

type Answer = z.output<typeof newPasskeyAnswer>;

/** The library names the transports that it knows, and reads no others. */
function asResponse({ id, rawId, type, response }: Answer): RegistrationResponseJSON {
  const { clientDataJSON, attestationObject } = response;
  return {
    id,
    rawId,
    type,
    response: { clientDataJSON, attestationObject },
    clientExtensionResults: {},
  };
}
