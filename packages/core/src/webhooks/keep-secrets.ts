import { z } from "zod";

import { notFound } from "../errors";
import { webhookId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { Sealed } from "./contract/secrets";

/** Keeps the sealed secret of a webhook, and the one before until its time is over. */
export const keepSecrets = command("webhooks.keep-secrets", {
  title: "Keep the secret of a webhook",
  permission: "webhook.manage",
  input: z.object({
    id: webhookId,
    sealed: Sealed,
    before: Sealed.nullable(),
    beforeUntil: z.date().nullable(),
  }),
  output: nothing,
  doors: [],

  async handle({ webhookEndpoints, changed }, { id, sealed, before, beforeUntil }) {
    const isThere = await webhookEndpoints.keepSecrets(id, {
      sealedSecret: Uint8Array.from(sealed),
      sealedBefore: before && Uint8Array.from(before),
      beforeUntil,
    });
    if (!isThere) notFound("Webhook", id);
    changed({ subject: id, before: { secret: "before" }, after: { secret: "new", beforeUntil } });
  },
});
