import { providers } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { personOf } from "../access/person-of";
import { conflict } from "../errors";
import { connectionId } from "../ids";
import { command } from "../operation/command";
import { idIn } from "../shapes";
import { announceStates } from "./contract/announce-states";
import { connectionKinds } from "./contract/connection-words";
import { Sealed } from "./contract/tokens";

/**
 * Keeps an account with its sealed tokens, or new tokens of an account that is kept. Its sources that had stopped for it go on from the cursors that
 * were kept.
 */
export const keepConnection = command("connections.keep-connection", {
  title: "Keep a connected account",
  permission: "source.manage",
  input: z.object({
    id: connectionId,
    stateHash: z.string().nullable(),
    provider: z.enum(providers),
    kind: z.enum(connectionKinds),
    isPractice: z.boolean(),
    subject: z.string(),
    address: z.string(),
    isAddressProven: z.boolean(),
    tenant: z.string().nullable(),
    scopes: z.array(z.string()),
    settings: z.record(z.string(), z.string()),
    isLimited: z.boolean(),
    sealed: Sealed,
    expiresAt: z.date().nullable(),
  }),
  output: z.object({ id: idIn("con"), isNew: z.boolean() }),
  doors: [],

  async handle(tools, given) {
    const { connections, consents, sources, actor, clock, changed } = tools;
    const { id, stateHash, sealed, expiresAt, isLimited, ...facts } = given;
    if (stateHash) await consents.remove(stateHash);
    const now = clock();
    const state = isLimited ? "limited" : "ok";
    const stateReason = isLimited ? "partial-consent" : null;
    const before = await connections.find(id, null);
    if (!before) {
      const ownerId = personOf(actor).id;
      const tokens = { sealedTokens: sealed, tokenExpiresAt: expiresAt };
      await connections.add({ id, ...facts, ...tokens, state, stateReason, ownerId, at: now });
      return { id, isNew: true };
    }
    if (before.accountSubject !== facts.subject || before.ownerId !== personOf(actor).id)
      conflict("This is another account than the one to connect again");
    await connections.lock(id);
    await connections.writeTokens(id, { sealed, expiresAt });
    const { address, isAddressProven, tenant, scopes, settings } = facts;
    await connections.change(id, {
      accountAddress: address,
      isAddressProven,
      tenant,
      scopes,
      settings,
      state,
      stateReason,
      blockedUntil: null,
      consentedAt: now,
      lastOkAt: now,
    });
    announceStates(tools, await sources.resume({ connectionId: id }, { from: ["stopped"], now }));
    changed({
      subject: id,
      before: { state: before.state, scopes: before.scopes },
      after: { state, scopes, consentedAt: now },
    });
    return { id, isNew: false };
  },
});
