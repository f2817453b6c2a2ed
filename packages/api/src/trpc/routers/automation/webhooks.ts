import { changeWebhook } from "@besunny/core/webhooks/change-webhook";
import { createWebhook } from "@besunny/core/webhooks/create-webhook";
import { getMessage } from "@besunny/core/webhooks/get-message";
import { getWebhook } from "@besunny/core/webhooks/get-webhook";
import { listMessages } from "@besunny/core/webhooks/list-messages";
import { listWebhooks } from "@besunny/core/webhooks/list-webhooks";
import { removeWebhook } from "@besunny/core/webhooks/remove-webhook";
import { replayFailed } from "@besunny/core/webhooks/replay-failed";
import { replayMessage } from "@besunny/core/webhooks/replay-message";
import { rotateSecret } from "@besunny/core/webhooks/rotate-secret";
import { testWebhook } from "@besunny/core/webhooks/test-webhook";
import { turnWebhook } from "@besunny/core/webhooks/turn-webhook";

import { router } from "../../init";
import { mutation, query } from "../../operations";

export const webhooksRouter = router({
  list: query(listWebhooks),
  get: query(getWebhook),
  create: mutation(createWebhook),
  change: mutation(changeWebhook),
  rotate: mutation(rotateSecret),
  turn: mutation(turnWebhook),
  remove: mutation(removeWebhook),
  test: mutation(testWebhook),
  messages: query(listMessages),
  message: query(getMessage),
  replay: mutation(replayMessage),
  replayFailed: mutation(replayFailed),
});
