import { randomBytes } from "node:crypto";
import { providerOf } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { invalidInput } from "../errors";
import { connectionId } from "../ids";
import { flow } from "../operation/flow";
import { tokenHash } from "../token-hash";
import { Wish } from "./contract/consent";
import { mustBeSetUp } from "./contract/must-be-set-up";
import { verifierOf } from "./contract/tokens";
import { findConnection } from "./find-connection";
import { keepConsent } from "./keep-consent";

/**
 * Begins the consent of a person: returns the address to send them to. Asks for the rights of the named kinds and for no others. With a connection
 * it makes that one whole again. Throws `CONFLICT` if the operator has not set the provider up.
 */
export const beginConnecting = flow("connections.begin-connecting", {
  title: "Connect an account",
  permission: "source.manage",
  input: Wish.extend({ connectionId: connectionId.nullable().default(null) }),
  output: z.object({ url: z.string() }),
  doors: ["web"],
  uses: ["sources", "sealer"],
  audit: { notAudited: "Connecting is the record; nothing is kept before the person comes back." },

  async handle({ caller, sources, sealer }, { kinds, connectionId: id, ...wish }) {
    const [provider, ...others] = [...new Set(kinds.map((kind) => providerOf[kind]))];
    if (!provider || others.length > 0 || provider === "imap")
      invalidInput("Choose kinds of one provider that asks for consent");
    const before = id ? await findConnection(caller, { id }) : null;
    const isPractice = before?.isPractice ?? wish.isPractice;
    const client = mustBeSetUp(sources, provider, { isPractice });
    const rights = (await Promise.all(kinds.map((kind) => sources.rightsOf(kind)))).flat();
    const scopes = [...new Set(rights.map(({ scope }) => scope))];
    const state = randomBytes(32).toString("base64url");
    const { url, verifier } = (await sources.oauth()).begin({
      client,
      scopes,
      state,
      redirectUri: sources.redirectUri,
      ...(before && { loginHint: before.address }),
    });
    const stateHash = tokenHash(state);
    await keepConsent(caller, {
      stateHash,
      provider,
      kind: before?.kind ?? wish.kind,
      connectionId: id,
      isPractice,
      sealedVerifier: sealer.seal(verifier, verifierOf(stateHash)),
      scopes,
      returnTo: wish.returnTo,
    });
    return { url };
  },
});
