import { missingScopes } from "@besunny/connectors/oauth/scopes";
import { isFailure } from "@besunny/connectors/sources/failures";
import type { Sources } from "@besunny/connectors/sources/registry";
import type { ScopeInWords } from "@besunny/connectors/sources/source";
import type { Provider } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { AppError } from "../errors";
import { flow } from "../operation/flow";
import { tokenHash } from "../token-hash";
import { asAppError } from "./contract/as-app-error";
import { Connected, ReturnState, ReturnUrl } from "./contract/consent";
import { mustBeSetUp } from "./contract/must-be-set-up";
import { tokensOf, verifierOf } from "./contract/tokens";
import { findConsent } from "./find-consent";
import { keepConnection } from "./keep-connection";
import { planConnection } from "./plan-connection";

/**
 * Ends a consent: exchanges the code that the person brings back, and keeps the account with the rights that were given. Rights that were not given are
 * named, and the connection works with the others. Another account than the one to reconnect is refused, and its tokens are dropped.
 */
export const finishConnecting = flow("connections.finish-connecting", {
  title: "Finish connecting an account",
  permission: "source.manage",
  input: z.object({ url: ReturnUrl, state: ReturnState }),
  output: Connected,
  doors: ["web"],
  uses: ["sources", "sealer"],
  audit: { notAudited: "Keeping the connection records it." },

  async handle({ caller, sources, sealer }, { url, state }) {
    const stateHash = tokenHash(state);
    const consent = await findConsent(caller, { stateHash });
    const { provider, isPractice, returnTo, scopes } = consent;
    const client = mustBeSetUp(sources, provider, { isPractice });
    const none = { id: null, address: null, missing: [], returnTo };
    const oauth = await sources.oauth();
    try {
      const { code } = await oauth.answer({ client, url, state });
      const verifier = sealer.open(consent.sealedVerifier, verifierOf(stateHash));
      const { redirectUri } = sources;
      const tokens = await oauth.exchange({ client, code, verifier, redirectUri });
      const rights = await rightsOf(sources, provider);
      const missing = missingScopes(
        rights.filter(({ scope }) => scopes.includes(scope)),
        tokens.scopes,
      );
      const { subject, address } = tokens;
      if (!subject)
        throw new AppError("PROVIDER_UNAVAILABLE", "The provider did not say whose account it is");
      const plan = await planConnection(caller, {
        provider,
        subject,
        connectionId: consent.connectionId,
      });
      if (plan.isOther) return { ...none, outcome: "other-account" as const, address };
      const { accessToken, refreshToken } = tokens;
      await keepConnection(caller, {
        ...consent,
        ...tokens,
        id: plan.id,
        stateHash,
        subject,
        address: address ?? subject,
        settings: {},
        isLimited: missing.length > 0,
        scopes: tokens.scopes,
        sealed: sealer.seal(JSON.stringify({ accessToken, refreshToken }), tokensOf(plan.id)),
      });
      const outcome = missing.length > 0 ? ("limited" as const) : ("connected" as const);
      return { outcome, id: plan.id, address, missing, returnTo };
    } catch (error) {
      if (isFailure(error, "refused")) return { ...none, outcome: "refused" as const };
      throw asAppError(error);
    }
  },
});

async function rightsOf(sources: Sources, provider: Provider): Promise<ScopeInWords[]> {
  const kinds = sources.providers().find((each) => each.provider === provider)?.kinds ?? [];
  const all = (await Promise.all(kinds.map((kind) => sources.rightsOf(kind)))).flat();
  return [...new Map(all.map((right) => [right.scope, right])).values()];
}
