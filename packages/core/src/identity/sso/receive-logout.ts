import { SsoRefused } from "@besunny/connectors/sso/sso-words";
import { z } from "zod";
import { countedAddress } from "../../counted-address";
import { identityOperation } from "../../operation/identity";
import { secret } from "../../operation/secret";
import { count } from "../../shapes";
import { tokenHash } from "../../token-hash";
import { accountEntry } from "../rules/account-entry";
import { limitAttempts } from "../rules/limit-attempts";
import { recordRefusal } from "./attempt";
import { organisationOf } from "./organisation";
import { SsoProblem } from "./sso-problem";

const operation = "identity.receive-logout";

/** Ends the sessions that the issuer says have ended there, by a token that it signed. A token counts once. */
export const receiveLogout = identityOperation("identity.receive-logout", {
  title: "Receive the logout of an organisation",
  input: z.object({ connectionId: z.string().max(60), token: secret(z.string().max(20_000)) }),
  output: z.object({ ended: count }),
  doors: ["rest"],

  async handle(ctx, { connectionId, token }) {
    const key = `sso-logout/${countedAddress(ctx.ip)}`;
    await limitAttempts(ctx, { key, most: 300, windowSeconds: 60 });
    const { organisation, settings } = await organisationOf(ctx, connectionId, { mustBeOn: false });
    const { workspaceId, name } = organisation;
    const refuse = async (reason: string): Promise<never> => {
      const error = new SsoProblem("refused");
      await recordRefusal(ctx, { operation, workspaceId, connectionId, reason, error });
      throw error;
    };
    if (settings.kind !== "oidc") return refuse("SAML has no back-channel logout here");
    const logout = await ctx.sso.readLogout(settings, token).catch((error: unknown) => {
      if (error instanceof SsoRefused) return refuse(error.reason);
      throw error;
    });
    const { expiresAt, sid, subject } = logout;
    const used = { connectionId, workspaceId, usedId: tokenHash(`logout/${logout.id}`), expiresAt };
    if (!(await ctx.db.identity.ssoAttempts.takeId(used)))
      return refuse("The logout token was used before");
    return ctx.db.identity.transaction(async ({ sessions, access }) => {
      const ended = await sessions.revokeOfIssuer(connectionId, { sid, subject }, ctx.clock());
      for (const { id, userId } of ended) {
        const about = { userId, subjects: [id], details: { organisation: name } };
        const entry = accountEntry(ctx, { operation, ...about, actor: "nobody" });
        await access.recordAudit({ workspaceId, ...entry });
      }
      return { ended: ended.length };
    });
  },
});
