import { z } from "zod";

import type { SealedPlace } from "../../context";
import { secret } from "../../operation/secret";

/** The secrets that are kept of an account: tokens of a consent, or the password of a mailbox, which has no other token. */
export const KeptTokens = z.object({
  accessToken: z.string(),
  refreshToken: z.string().nullable(),
});
export type KeptTokens = z.infer<typeof KeptTokens>;

/** Sealed tokens on their way between operations: in no audit row, log or trace. */
export const Sealed = secret(z.custom<Uint8Array>((given) => given instanceof Uint8Array));

/** The place that tokens are sealed for. */
export function tokensOf(connectionId: string): SealedPlace {
  return { table: "connections", column: "sealed_tokens", id: connectionId };
}

/** The place that the verifier of a consent is sealed for. */
export function verifierOf(stateHash: string): SealedPlace {
  return { table: "oauth_attempts", column: "sealed_verifier", id: stateHash };
}
