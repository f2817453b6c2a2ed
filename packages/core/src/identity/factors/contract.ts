import { z } from "zod";

import { secret } from "../../operation/secret";
import { idIn, instant } from "../../shapes";

/** The ways by which a person completes a sign-in or confirms that it is them. */
export const factorWays = ["password", "code", "passkey", "recovery"] as const;
export type FactorWay = (typeof factorWays)[number];

/** A code of an authenticator app, as people type it. */
export const totpCode = secret(
  z
    .string()
    .transform((given) => given.replaceAll(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "Enter the six digits")),
);

export const recoveryCode = secret(
  z
    .string()
    .max(40)
    .transform((given) => given.toLowerCase().replaceAll(/[^a-z0-9]/g, "")),
);

export const passkeyName = z.string().trim().min(1, "Name the passkey").max(80);

const base64url = z.string().max(20_000);
const kept = {
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}).catchall(z.json()).default({}),
};

/** The answer of a browser in which a passkey has signed a challenge. */
export const passkeyAnswer = secret(
  z.object({
    ...kept,
    response: z.object({
      clientDataJSON: base64url,
      authenticatorData: base64url,
      signature: base64url,
      userHandle: z.string().max(200).nullish(),
    }),
  }),
);
export type PasskeyAnswer = z.output<typeof passkeyAnswer>;

/** The answer of a browser in which a passkey was made. */
export const newPasskeyAnswer = secret(
  z.object({
    ...kept,
    response: z.object({
      clientDataJSON: base64url,
      attestationObject: base64url,
      transports: z.array(z.string().max(20)).max(10).default([]),
    }),
  }),
);

/** One proof of a person: one of these fields. */
export const factorProof = z.object({
  code: totpCode.optional(),
  recoveryCode: recoveryCode.optional(),
  passkey: passkeyAnswer.optional(),
});
export type FactorProof = z.output<typeof factorProof>;

/** The person and session that a door has found. */
export const ofSession = z.object({ userId: z.string(), sessionId: z.string() });

export const Passkey = z.object({
  id: idIn("psk"),
  name: z.string(),
  isBackedUp: z.boolean(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
});

/** Codes that are shown once. */
export const NewRecoveryCodes = z.object({ recoveryCodes: z.array(z.string()).nullable() });
