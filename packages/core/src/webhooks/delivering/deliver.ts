import { flow } from "../../operation/flow";
import { count } from "../../shapes";
import { secretOfWebhook } from "../contract/secrets";
import { ofWebhook } from "../contract/webhook";
import { noteAttempts } from "./note-attempts";
import { queueMessages } from "./queue-messages";
import { readDue } from "./read-due";

/**
 * Sends the messages of a webhook that are due, side by side, and notes the answers. Returns the number of messages. A worker that dies in between leaves them due: they
 * are sent again, with the same ids.
 */
export const deliver = flow("webhooks.deliver", {
  title: "Send the messages that are due",
  permission: "webhook.deliver",
  input: ofWebhook,
  output: count,
  doors: ["job"],
  audit: { notAudited: "The log of a webhook is the record." },
  uses: ["webhooks", "sealer", "retention"],

  async handle({ webhooks, sealer, retention, caller, clock }, { id }) {
    await queueMessages(caller, { id, keptDays: retention.eventDays });
    const due = await readDue(caller, { id });
    const place = secretOfWebhook(id);
    const secrets = due?.secrets.map((sealed) => sealer.open(sealed, place)) ?? [];
    const attempts = await Promise.all(
      (due?.messages ?? []).map(async ({ id: messageId, body }) => {
        const at = clock();
        const url = due?.url ?? "";
        const answer = await webhooks.send({ url, id: messageId, secrets, body, at });
        return { messageId, at, ...answer };
      }),
    );
    await noteAttempts(caller, { id, attempts, chance: Math.random() });
    return attempts.length;
  },
});
