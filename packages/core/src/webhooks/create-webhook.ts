import { z } from "zod";

import { flow } from "../operation/flow";
import { mustBeAsked } from "./contract/must-be-asked";
import { secretOfWebhook } from "./contract/secrets";
import { WithSecret, webhookFields } from "./contract/webhook";
import { getWebhook } from "./get-webhook";
import { keepSecrets } from "./keep-secrets";
import { saveWebhook } from "./save-webhook";

/** Makes a webhook. Returns its secret only once; only the sealed secret is stored. */
export const createWebhook = flow("webhooks.create-webhook", {
  title: "Make a webhook",
  permission: "webhook.manage",
  input: z.object({ ...webhookFields, projectIds: webhookFields.projectIds.default([]) }),
  output: WithSecret,
  doors: ["web", "rest"],
  audit: { notAudited: "Keeping the webhook and its secret leaves rows." },
  uses: ["webhooks", "sealer"],

  async handle({ webhooks, sealer, caller }, fields) {
    mustBeAsked(webhooks, fields.url);
    const { id } = await saveWebhook(caller, { id: null, fields });
    const secret = webhooks.newSecret();
    const sealed = sealer.seal(secret, secretOfWebhook(id));
    await keepSecrets(caller, { id, sealed, before: null, beforeUntil: null });
    return { webhook: await getWebhook(caller, { id }), secret };
  },
});
