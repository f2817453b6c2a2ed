import type { SsoSecret } from "@besunny/connectors/sso/sso-words";
import { z } from "zod";

import type { IdentityContext, SealedPlace } from "../../context";
import type { AppError } from "../../errors";
import { accountEntry } from "../rules/account-entry";

const sealedProof = z.object({
  verifier: z.string(),
  nonce: z.string(),
  requestId: z.string(),
  state: z.string(),
});

/** The place of what must come back unchanged from the issuer. */
export function attemptPlace(id: string): SealedPlace {
  return { table: "sso_attempts", column: "sealed_secret", id };
}

export function proofOf(
  { sealer }: Pick<IdentityContext, "sealer">,
  attempt: { id: string; sealedSecret: Uint8Array },
): SsoSecret & { state: string } {
  return sealedProof.parse(JSON.parse(sealer.open(attempt.sealedSecret, attemptPlace(attempt.id))));
}

type Failed = {
  operation: `identity.${string}`;
  workspaceId: string;
  connectionId: string;
  reason: string;
  error: AppError;
};

/** Records a sign-in by an organisation that was refused, in the log of its workspace. Nobody is known yet. */
export async function recordRefusal(
  ctx: IdentityContext,
  { operation, workspaceId, connectionId, reason, error }: Failed,
): Promise<void> {
  ctx.log.warn({ connectionId, reason, ip: ctx.ip }, "a sign-in by an organisation was refused");
  const about = { operation, userId: connectionId, details: { reason }, error } as const;
  const entry = accountEntry(ctx, { ...about, actor: "nobody" });
  await ctx.db.identity.access.recordAudit({ workspaceId, ...entry });
}
