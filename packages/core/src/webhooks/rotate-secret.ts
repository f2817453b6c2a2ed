import { flow } from "../operation/flow";
import { overlapHours, secretOfWebhook } from "./contract/secrets";
import { ofWebhook, WithSecret } from "./contract/webhook";
import { getWebhook } from "./get-webhook";
import { keepSecrets } from "./keep-secrets";
import { readSecrets } from "./read-secrets";

const HOUR_MS = 3_600_000;

/** Makes a new secret for a webhook and returns it only once. For some hours the secret before signs as well, so that no message is lost. */
export const rotateSecret = flow("webhooks.rotate-secret", {
  title: "Rotate the secret of a webhook",
  permission: "webhook.manage",
  input: ofWebhook.extend({ hours: overlapHours.default(24) }),
  output: WithSecret,
  doors: ["web", "rest"],
  audit: { notAudited: "Keeping the secret leaves a row." },
  uses: ["webhooks", "sealer"],

  async handle({ webhooks, sealer, caller, clock }, { id, hours }) {
    const { sealed: before } = await readSecrets(caller, { id });
    const secret = webhooks.newSecret();
    await keepSecrets(caller, {
      id,
      sealed: sealer.seal(secret, secretOfWebhook(id)),
      before: hours > 0 ? before : null,
      beforeUntil: hours > 0 ? new Date(clock().getTime() + hours * HOUR_MS) : null,
    });
    return { webhook: await getWebhook(caller, { id }), secret };
  },
});
