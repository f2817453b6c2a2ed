import { z } from "zod";

import { notFound } from "../../errors";
import { command } from "../../operation/command";
import { secret } from "../../operation/secret";
import { nothing } from "../../shapes";
import { tokenHash } from "../../token-hash";
import { ofInboundHook } from "../contract/inbound";
import { Sealed } from "../contract/secrets";

/** Keeps the sealed secret of an address, the one before until its time is over, or another secret part of the address itself. */
export const keepInboundSecret = command("webhooks.keep-inbound-secret", {
  title: "Keep the secret of an address that takes messages",
  permission: "webhook.manage",
  input: ofInboundHook.extend({
    sealed: Sealed.nullable(),
    beforeUntil: z.date().nullable(),
    token: secret(z.string().min(20)).nullable(),
  }),
  output: nothing,
  doors: [],

  async handle({ inboundHooks, changed }, { id, sealed, beforeUntil, token }) {
    const kept = (await inboundHooks.readSecrets(id)) ?? notFound("Address", id);
    if (sealed)
      await inboundHooks.keepSecrets(id, {
        sealedSecret: Uint8Array.from(sealed),
        sealedBefore: beforeUntil && kept.sealedSecret,
        beforeUntil,
      });
    if (token) await inboundHooks.keepToken(id, tokenHash(token));
    changed({ subject: id, before: { secret: "before" }, after: { secret: "new", beforeUntil } });
  },
});
