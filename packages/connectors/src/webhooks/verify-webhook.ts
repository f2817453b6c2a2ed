import { Webhook } from "standardwebhooks";

import type { WebhookHeaders } from "./webhook-words";

/** Returns whether the raw body was signed with one of the secrets within the last five minutes. */
export function isWebhookSigned(
  body: string,
  headers: WebhookHeaders,
  secrets: readonly string[],
): boolean {
  const given = {
    "webhook-id": headers.id,
    "webhook-timestamp": headers.timestamp,
    "webhook-signature": headers.signature,
  };
  return secrets.some((secret) => {
    try {
      new Webhook(secret).verify(body, given, { jsonParse: false });
      return true;
    } catch {
      return false;
    }
  });
}
