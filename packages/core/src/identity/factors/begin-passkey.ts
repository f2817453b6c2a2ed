import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import { z } from "zod";

import { notFound } from "../../errors";
import { identityOperation } from "../../operation/identity";
import { ofType } from "../../shapes";
import { tokenHash } from "../../token-hash";
import { apps } from "../contract";
import { ofSession } from "./contract";
import { aChallenge, CHALLENGE_MS, placeOf } from "./web-authn";

/** Returns what a browser needs to make a passkey for this account. */
export const beginPasskey = identityOperation("identity.begin-passkey", {
  title: "Begin to add a passkey",
  input: ofSession.extend({ app: z.enum(apps) }),
  output: z.object({ options: ofType<PublicKeyCredentialCreationOptionsJSON>() }),
  doors: ["web", "admin"],
  notAudited: "Keeping the passkey records it.",
  stepUp: true,

  async handle(ctx, { userId, app }) {
    const { users, passkeys, challenges } = ctx.db.identity;
    const user = (await users.find(userId)) ?? notFound("Account", userId);
    const { host } = placeOf(ctx, app);
    const challenge = aChallenge();
    const { generateRegistrationOptions } = await import("@simplewebauthn/server");
    const options = await generateRegistrationOptions({
      rpName: "BeSunny",
      rpID: host,
      userName: user.email,
      userDisplayName: user.name,
      userID: new TextEncoder().encode(userId),
      challenge: Buffer.from(challenge, "base64url"),
      attestationType: "none",
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      excludeCredentials: (await passkeys.list(userId)).map((key) => ({ id: key.credentialId })),
      timeout: CHALLENGE_MS,
    });
    await challenges.create({
      purpose: "register",
      tokenHash: tokenHash(challenge),
      userId,
      app,
      expiresAt: new Date(ctx.clock().getTime() + CHALLENGE_MS),
    });
    return { options };
  },
});
