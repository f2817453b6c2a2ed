import { z } from "zod";

import { notFound } from "../errors";
import { query } from "../operation/query";
import { Sealed } from "./contract/secrets";
import { ofWebhook } from "./contract/webhook";

/** Returns the sealed secrets of a webhook, for its rotation. */
export const readSecrets = query("webhooks.read-secrets", {
  title: "Read the sealed secret of a webhook",
  permission: "webhook.manage",
  input: ofWebhook,
  output: z.object({ sealed: Sealed.nullable() }),
  doors: [],

  async handle({ webhookEndpoints }, { id }) {
    const found = (await webhookEndpoints.readSecrets(id)) ?? notFound("Webhook", id);
    return { sealed: found.sealedSecret };
  },
});
