import { randomBytes, randomUUID } from "node:crypto";
import { SsoRefused } from "@besunny/connectors/sso/sso-words";
import { z } from "zod";

import type { IdentityContext } from "../../context";
import { countedAddress } from "../../counted-address";
import { AppError, forbidden } from "../../errors";
import { identityOperation } from "../../operation/identity";
import { secret } from "../../operation/secret";
import { refuseStale } from "../../operation/step-up";
import { tokenHash } from "../../token-hash";
import { limitAttempts } from "../rules/limit-attempts";
import { attemptPlace } from "./attempt";
import { organisationOf } from "./organisation";
import { SsoProblem } from "./sso-problem";

const VALID_MS = 10 * 60_000;

/** The reasons for which a browser goes to an issuer. */
export const ssoModes = ["sign-in", "link", "test", "confirm"] as const;
type SsoMode = (typeof ssoModes)[number];

/**
 * Returns where to send the browser. `browser` is a secret that only this browser holds: the answer counts in no other. Linking, testing and
 * confirming need a person who is signed in.
 */
export const beginSso = identityOperation("identity.begin-sso", {
  title: "Begin to sign in with an organisation",
  input: z.object({
    connectionId: z.string().max(60),
    mode: z.enum(ssoModes),
    returnTo: z.string().max(2000),
    browser: secret(z.string().min(20).max(100)),
    person: z.object({ userId: z.string(), sessionId: z.string() }).nullable(),
  }),
  output: z.object({ url: z.string() }),
  doors: ["web"],
  notAudited: "It sends a browser away; coming back leaves a row.",

  async handle(ctx, { connectionId, mode, returnTo, browser, person }) {
    const key = `sso-begin/${countedAddress(ctx.ip)}`;
    await limitAttempts(ctx, { key, most: 120, windowSeconds: 900 });
    const mustBeOn = mode !== "test";
    const { organisation, settings, place } = await organisationOf(ctx, connectionId, { mustBeOn });
    const { workspaceId } = organisation;
    if (mode !== "sign-in") await mustBelong(ctx, { workspaceId, mode, person });
    const state = randomBytes(24).toString("base64url");
    const proof = {
      verifier: randomBytes(32).toString("base64url"),
      nonce: randomBytes(24).toString("base64url"),
      requestId: `_${randomUUID()}`,
      state,
    };
    const url = await ctx.sso
      .begin(settings, { place, state, secret: proof, isFresh: mode === "confirm" })
      .catch((error: unknown) => {
        if (!(error instanceof SsoRefused)) throw error;
        throw new AppError(
          "PROVIDER_UNAVAILABLE",
          "The sign-in of your organisation does not answer",
          {
            hint: "Try again in a moment, or sign in with your password.",
            cause: error,
          },
        );
      });
    const expiresAt = new Date(ctx.clock().getTime() + VALID_MS);
    await ctx.db.identity.ssoAttempts.create(
      {
        workspaceId,
        connectionId,
        mode,
        stateHash: tokenHash(state),
        browserHash: tokenHash(browser),
        returnTo,
        userId: person?.userId ?? null,
        sessionId: person?.sessionId ?? null,
        expiresAt,
      },
      (id) => ctx.sealer.seal(JSON.stringify(proof), attemptPlace(id)),
    );
    return { url };
  },
});

type Belonging = {
  workspaceId: string;
  mode: SsoMode;
  person: { userId: string; sessionId: string } | null;
};

/** Members link and confirm; owners and admins test. */
async function mustBelong(
  ctx: IdentityContext,
  { workspaceId, mode, person }: Belonging,
): Promise<void> {
  const { access, sessions } = ctx.db.identity;
  const found = person && (await access.findMembership(workspaceId, person.userId));
  if (!found) throw new SsoProblem("notMember");
  if (mode === "link") {
    const session = await sessions.findConfirmed(person.userId, person.sessionId);
    refuseStale(session?.confirmedAt, ctx.clock());
  }
  if (mode === "test" && found.role !== "owner" && found.role !== "admin")
    forbidden("signIn.manage");
}
