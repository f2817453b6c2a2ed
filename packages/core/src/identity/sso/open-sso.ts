import { z } from "zod";

import { identityOperation } from "../../operation/identity";
import { secret } from "../../operation/secret";
import { idIn } from "../../shapes";
import { tokenHash } from "../../token-hash";
import { SignedIn } from "../contract";
import { recordRefusal } from "./attempt";
import { ssoModes } from "./begin-sso";
import { confirmByOrganisation, linkToOrganisation, noteTest } from "./by-organisation";
import { enterByOrganisation } from "./enter-by-organisation";
import { organisationOf } from "./organisation";
import { SsoProblem } from "./sso-problem";

const operation = "identity.open-sso";

/** Opens the session of a person whom an organisation has proven, or links, confirms or tests, as the browser had asked. The ticket counts once. */
export const openSso = identityOperation("identity.open-sso", {
  title: "Sign in with an organisation",
  input: z.object({
    ticket: secret(z.string().max(100)),
    browser: secret(z.string().max(100)),
    device: secret(z.string().max(200)).nullish(),
    person: z.object({ userId: z.string(), sessionId: z.string() }).nullable(),
  }),
  output: z.object({
    mode: z.enum(ssoModes),
    returnTo: z.string(),
    connectionId: idIn("sso"),
    workspaceId: idIn("ws"),
    groups: z.array(z.string()),
    /** The session that was opened; null if the person had one. */
    signedIn: SignedIn.nullable(),
  }),
  doors: ["web"],

  async handle(ctx, { ticket, browser, device, person }) {
    const { ssoAttempts } = ctx.db.identity;
    const hashes = [tokenHash(ticket), tokenHash(browser)] as const;
    const attempt = await ssoAttempts.open(...hashes, ctx.clock());
    if (!attempt) throw new SsoProblem("ended");
    const { connectionId, returnTo, proven, userId, sessionId } = attempt;
    const mode = z.enum(ssoModes).parse(attempt.mode);
    const { organisation } = await organisationOf(ctx, connectionId, {
      mustBeOn: mode === "sign-in",
    });
    const { workspaceId } = organisation;
    const isTheirs = person?.userId === userId && person?.sessionId === sessionId;
    const given = { organisation, proven };
    try {
      if (mode !== "sign-in" && !(isTheirs && userId && sessionId)) throw new SsoProblem("ended");
      const own = { userId: userId ?? "", sessionId: sessionId ?? "" };
      const signedIn =
        mode === "sign-in" ? await enterByOrganisation(ctx, { ...given, device }) : null;
      if (mode === "link") await linkToOrganisation(ctx, { ...given, ...own });
      if (mode === "confirm") await confirmByOrganisation(ctx, { ...given, ...own });
      if (mode === "test") await noteTest(ctx, { ...given, ...own });
      return { mode, returnTo, connectionId, workspaceId, groups: proven.groups, signedIn };
    } catch (error) {
      if (error instanceof SsoProblem) {
        const reason = error.problem;
        await recordRefusal(ctx, { operation, workspaceId, connectionId, reason, error });
      }
      throw error;
    }
  },
});
