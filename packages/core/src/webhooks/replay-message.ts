import { z } from "zod";

import { notFound } from "../errors";
import { webhookMessageId } from "../ids";
import { command } from "../operation/command";
import { idIn } from "../shapes";
import { ofWebhook } from "./contract/webhook";

/** Sends a message of a webhook again, with the same id and the same body. */
export const replayMessage = command("webhooks.replay-message", {
  title: "Send a message of a webhook again",
  permission: "webhook.manage",
  input: ofWebhook.extend({ messageId: webhookMessageId }),
  output: z.object({ id: idIn("msg") }),
  doors: ["web", "rest"],
  audit: { subjects: (_output, { id, messageId }) => [id, messageId] },

  async handle({ webhookMessages, clock }, { id, messageId }) {
    if (!(await webhookMessages.replay(id, messageId, clock()))) notFound("Message", messageId);
    return { id: messageId };
  },
});
