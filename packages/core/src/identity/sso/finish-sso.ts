import { randomBytes } from "node:crypto";
import { type SsoPerson, SsoRefused } from "@besunny/connectors/sso/sso-words";
import { z } from "zod";

import type { IdentityContext } from "../../context";
import { countedAddress } from "../../counted-address";
import { identityOperation } from "../../operation/identity";
import { secret } from "../../operation/secret";
import { tokenHash } from "../../token-hash";
import { limitAttempts } from "../rules/limit-attempts";
import { proofOf, recordRefusal } from "./attempt";
import { organisationOf } from "./organisation";
import { SsoProblem } from "./sso-problem";

const operation = "identity.finish-sso";

/**
 * Checks the answer of an issuer. The attempt is claimed before the code is exchanged, so of two equal answers one alone asks the issuer. Returns
 * a ticket with which the browser that began comes for its session.
 */
export const finishSso = identityOperation("identity.finish-sso", {
  title: "Come back from an organisation",
  input: z.object({
    connectionId: z.string().max(60),
    state: secret(z.string().max(200)),
    answer: secret(
      z.union([
        z.object({ kind: z.literal("oidc"), url: z.string().max(20_000) }),
        z.object({ kind: z.literal("saml"), response: z.string().max(1_000_000) }),
      ]),
    ),
  }),
  output: z.object({ ticket: z.string() }),
  doors: ["web"],

  async handle(ctx, { connectionId, state, answer }) {
    const key = `sso-finish/${countedAddress(ctx.ip)}`;
    await limitAttempts(ctx, { key, most: 120, windowSeconds: 900 });
    const found = await organisationOf(ctx, connectionId, { mustBeOn: false });
    const { organisation, settings, place } = found;
    const { workspaceId } = organisation;
    const { ssoAttempts } = ctx.db.identity;
    const attempt = await ssoAttempts.claim(tokenHash(state), connectionId, ctx.clock());
    if (!attempt) throw new SsoProblem("ended");
    const proof = proofOf(ctx, attempt);
    const refuse = async (reason: string, cause?: unknown): Promise<never> => {
      const error = new SsoProblem("refused", { cause });
      await recordRefusal(ctx, { operation, workspaceId, connectionId, reason, error });
      throw error;
    };
    const person = await ctx.sso
      .finish(settings, { place, state, secret: proof, answer })
      .catch((error: unknown) => {
        if (error instanceof SsoRefused) return refuse(error.reason, error);
        throw error;
      });
    if (!(await isNew(ctx, { connectionId, workspaceId, person })))
      await refuse("The assertion was used before");
    const ticket = randomBytes(24).toString("base64url");
    const { assertion: _, ...proven } = person;
    await ssoAttempts.keepProven(attempt.id, proven, tokenHash(ticket));
    return { ticket };
  },
});

type Taking = { connectionId: string; workspaceId: string; person: SsoPerson };

/** Takes the id of the assertion. Returns false if any process took it before. */
async function isNew(
  ctx: IdentityContext,
  { connectionId, workspaceId, person: { assertion } }: Taking,
): Promise<boolean> {
  if (!assertion) return true;
  const { id: usedId, expiresAt } = assertion;
  const used = { connectionId, workspaceId, usedId: tokenHash(usedId), expiresAt };
  return ctx.db.identity.ssoAttempts.takeId(used);
}
