import { randomBytes } from "node:crypto";
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";

import type { IdentityContext } from "../../context";
import type { App } from "../contract";
import type { PasskeyAnswer } from "./contract";

export const CHALLENGE_MS = 5 * 60_000;

/** The question that a browser passes to its authenticator, in the shape of the standard. */
export type PasskeyQuestion = PublicKeyCredentialRequestOptionsJSON;

/** Returns where an app is reached: browsers accept a passkey for its host, and sign its origin. */
export function placeOf({ webUrl, adminUrl }: IdentityContext, app: App) {
  const { origin, hostname } = new URL(app === "web" ? webUrl : adminUrl);
  return { origin, host: hostname };
}

export function aChallenge(): string {
  return randomBytes(32).toString("base64url");
}

/** Returns the question to sign a challenge. Without `credentials`, the person chooses a passkey of this host. */
export async function questionOf(
  ctx: IdentityContext,
  {
    app,
    challenge,
    credentials = [],
  }: { app: App; challenge: string; credentials?: readonly string[] },
): Promise<PasskeyQuestion> {
  const { generateAuthenticationOptions } = await import("@simplewebauthn/server");
  return generateAuthenticationOptions({
    rpID: placeOf(ctx, app).host,
    challenge: Buffer.from(challenge, "base64url"),
    userVerification: "required",
    allowCredentials: credentials.map((id) => ({ id })),
    timeout: CHALLENGE_MS,
  });
}

type Verified = { userId: string; passkeyId: string };

/**
 * Checks that a passkey signed the challenge for this app, and that its owner was verified by the device. Returns the passkey's person, or null. A
 * counter that went back, as that of a copied passkey does, counts as a wrong answer.
 */
export async function verifyPasskey(
  ctx: IdentityContext,
  {
    app,
    answer,
    challenge,
    userId,
  }: { app: App; answer: PasskeyAnswer; challenge: string; userId: string | null },
): Promise<Verified | null> {
  const { passkeys } = ctx.db.identity;
  const passkey = await passkeys.findByCredential(answer.id);
  if (!passkey || (userId !== null && passkey.userId !== userId)) return null;
  const { origin, host } = placeOf(ctx, app);
  const { verifyAuthenticationResponse } = await import("@simplewebauthn/server");
  const verification = await verifyAuthenticationResponse({
    response: asResponse(answer),
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: passkey.publicKey,
      counter: Number(passkey.counter),
    },
  }).catch((error: unknown) => {
    ctx.log.warn({ error: String(error), passkey: passkey.id }, "a passkey was refused");
    return null;
  });
  if (!verification?.verified) return null;
  const { newCounter } = verification.authenticationInfo;
  const use = { before: passkey.counter, counter: newCounter, now: ctx.clock() };
  if (!(await passkeys.use(passkey.id, use))) return null;
  return { userId: passkey.userId, passkeyId: passkey.id };
}

/** Returns the challenge that a browser says it has signed; empty where there is none. The signature proves it later. */
export function challengeIn({ response }: { response: { clientDataJSON: string } }): string {
  try {
    const data: unknown = JSON.parse(Buffer.from(response.clientDataJSON, "base64url").toString());
    if (typeof data !== "object" || data === null || !("challenge" in data)) return "";
    return typeof data.challenge === "string" ? data.challenge : "";
  } catch {
    return "";
  }
}

function asResponse({ id, rawId, type, response }: PasskeyAnswer): AuthenticationResponseJSON {
  const { userHandle, ...signed } = response;
  return {
    id,
    rawId,
    type,
    response: { ...signed, ...(userHandle && { userHandle }) },
    clientExtensionResults: {},
  };
}
