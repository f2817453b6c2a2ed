import { z } from "zod";

import { flow } from "../operation/flow";
import { mustBeAsked } from "./contract/must-be-asked";
import { ofWebhook, WebhookView, webhookFields } from "./contract/webhook";
import { getWebhook } from "./get-webhook";
import { saveWebhook } from "./save-webhook";

/** Changes a webhook; what is left out stays. */
export const changeWebhook = flow("webhooks.change-webhook", {
  title: "Change a webhook",
  permission: "webhook.manage",
  input: ofWebhook.extend(z.object(webhookFields).partial().shape),
  output: WebhookView,
  doors: ["web", "rest"],
  audit: { notAudited: "Keeping the settings leaves a row." },
  uses: ["webhooks"],

  async handle({ webhooks, caller }, { id, ...fields }) {
    if (fields.url !== undefined) mustBeAsked(webhooks, fields.url);
    await saveWebhook(caller, { id, fields });
    return getWebhook(caller, { id });
  },
});
