import { changeWebhook } from "./change-webhook";
import { createWebhook } from "./create-webhook";
import { claimWebhooks } from "./delivering/claim-webhooks";
import { deliver } from "./delivering/deliver";
import { noteAttempts } from "./delivering/note-attempts";
import { queueMessages } from "./delivering/queue-messages";
import { readDue } from "./delivering/read-due";
import { getMessage } from "./get-message";
import { getWebhook } from "./get-webhook";
import { beginDelivery } from "./inbound/begin-delivery";
import { createInboundHook } from "./inbound/create-inbound-hook";
import { endDelivery } from "./inbound/end-delivery";
import { getInboundHook } from "./inbound/get-inbound-hook";
import { keepInboundSecret } from "./inbound/keep-inbound-secret";
import { listInboundDeliveries } from "./inbound/list-inbound-deliveries";
import { listInboundHooks } from "./inbound/list-inbound-hooks";
import { receiveDelivery } from "./inbound/receive-delivery";
import { removeInboundHook } from "./inbound/remove-inbound-hook";
import { rotateInboundHook } from "./inbound/rotate-inbound-hook";
import { saveInboundHook } from "./inbound/save-inbound-hook";
import { turnInboundHook } from "./inbound/turn-inbound-hook";
import { keepSecrets } from "./keep-secrets";
import { listMessages } from "./list-messages";
import { listWebhooks } from "./list-webhooks";
import { readSecrets } from "./read-secrets";
import { removeWebhook } from "./remove-webhook";
import { replayFailed } from "./replay-failed";
import { replayMessage } from "./replay-message";
import { rotateSecret } from "./rotate-secret";
import { saveWebhook } from "./save-webhook";
import { testWebhook } from "./test-webhook";
import { turnWebhook } from "./turn-webhook";

/** Every operation of the slice. */
export const webhooksOperations = [
  changeWebhook,
  claimWebhooks,
  createWebhook,
  deliver,
  getMessage,
  getWebhook,
  keepSecrets,
  listMessages,
  listWebhooks,
  noteAttempts,
  queueMessages,
  readDue,
  readSecrets,
  removeWebhook,
  replayFailed,
  replayMessage,
  rotateSecret,
  saveWebhook,
  testWebhook,
  turnWebhook,
  beginDelivery,
  createInboundHook,
  endDelivery,
  getInboundHook,
  keepInboundSecret,
  listInboundDeliveries,
  listInboundHooks,
  receiveDelivery,
  removeInboundHook,
  rotateInboundHook,
  saveInboundHook,
  turnInboundHook,
] as const;
