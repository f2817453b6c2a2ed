import type { IDataObject } from "n8n-workflow";
import { Webhook } from "standardwebhooks";
import { isObject } from "../BeSunny/ask-api";

type Given = {
  secret: string | undefined;
  /** The bytes as they came. */
  body: Buffer | string | undefined;
  headers: { [name: string]: unknown };
};

/** Returns a message of BeSunny with its id; null where its signature does not fit or is older than five minutes. */
export function messageOf({ secret, body, headers }: Given): IDataObject | null {
  if (!secret || body === undefined) return null;
  const id = String(headers["webhook-id"] ?? "");
  const signed = {
    "webhook-id": id,
    "webhook-timestamp": String(headers["webhook-timestamp"] ?? ""),
    "webhook-signature": String(headers["webhook-signature"] ?? ""),
  };
  try {
    const message = new Webhook(secret).verify(body, signed);
    return isObject(message) ? { webhookId: id, ...message } : null;
  } catch {
    return null;
  }
}
