import { randomBytes } from "node:crypto";

import { Webhook } from "standardwebhooks";

import { AddressRefused, createAddressGuard } from "../guarded-address";
import { AnswerTooLarge, createGuardedFetch, type GuardedFetch } from "../guarded-fetch";
import { downloadFile } from "./download-file";
import { isWebhookSigned } from "./verify-webhook";
import type { WebhookAnswer, Webhooks, WebhookToSend, WebhookTrouble } from "./webhook-words";

const SECRET_BYTES = 32;
const TIMEOUT_MS = 15_000;
const MOST_BYTES = 64 * 1024;
const EXCERPT = 1024;

/** Makes the sender of webhooks. `allowList` names hosts and networks of the own network. They may be asked without encryption. */
export function createWebhooks({
  allowList = [],
  guardedFetch = createGuardedFetch({ allowList }),
  timeoutMs = TIMEOUT_MS,
}: {
  allowList?: readonly string[];
  guardedFetch?: GuardedFetch;
  timeoutMs?: number;
} = {}): Webhooks {
  const guard = createAddressGuard(allowList);
  return {
    newSecret: () => `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`,
    refusalOf: (url) => refusalOf(url, guard),
    send: (message) => send(message, { guardedFetch, timeoutMs }),
    isSigned: isWebhookSigned,
    download: (url) => downloadFile(url, guardedFetch),
  };
}

/** Returns the names and values of the headers that prove a message. Several secrets give several signatures. */
export function signedHeaders({ id, secrets, body, at }: Omit<WebhookToSend, "url">) {
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(" "),
  };
}

function refusalOf(given: string, guard: ReturnType<typeof createAddressGuard>): string | null {
  if (!URL.canParse(given)) return "This is no address of the web";
  const url = new URL(given);
  const host = url.hostname.replace(/^\[(.+)\]$/, "$1");
  if (url.protocol !== "https:" && url.protocol !== "http:")
    return "The address must begin with https";
  if (url.username || url.password) return "The address must not hold a name or a password";
  const isListed =
    guard.trustsHost(host) || (isAddress(host) && guard.allows(host) && !isPublic(host));
  if (isAddress(host) && !guard.allows(host))
    return `${host} is not an address of the public network`;
  if (host === "localhost" && !isListed) return `${host} is not an address of the public network`;
  if (url.protocol === "http:" && !isListed) return "The address must begin with https";
  return null;
}

const publicAlone = createAddressGuard([]);
const isPublic = (host: string) => publicAlone.allows(host);
const isAddress = (host: string) => /^[\d.]+$/.test(host) || host.includes(":");

async function send(
  { url, ...message }: WebhookToSend,
  { guardedFetch, timeoutMs }: { guardedFetch: GuardedFetch; timeoutMs: number },
): Promise<WebhookAnswer> {
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  try {
    const response = await guardedFetch(url, {
      method: message.method ?? "POST",
      headers: {
        "content-type": isJson(message.body) ? "application/json" : "text/plain; charset=utf-8",
        "user-agent": "BeSunny-Webhooks/1",
        ...(message.secrets.length > 0 && signedHeaders(message)),
        ...(message.idempotencyKey !== undefined && { "idempotency-key": message.idempotencyKey }),
      },
      body: message.body,
      timeoutMs,
      mostBytes: MOST_BYTES,
      mostRedirects: 0,
    });
    const text = await response.text().catch((error: unknown) => {
      if (error instanceof AnswerTooLarge) return "";
      throw error;
    });
    return {
      durationMs: took(),
      status: response.status,
      trouble: null,
      response: storable(text),
      retryAfterSeconds: secondsOf(response.headers.get("retry-after"), message.at),
    };
  } catch (error) {
    const none = { status: null, response: "", retryAfterSeconds: null };
    return { durationMs: took(), trouble: troubleOf(error), ...none };
  }
}

function isJson(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}

/** PostgreSQL keeps no zero characters, and the log needs the beginning alone. */
function storable(text: string): string {
  return text.replaceAll("\u0000", "").slice(0, EXCERPT).toWellFormed();
}

function secondsOf(header: string | null, now: Date): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.getTime()) / 1000));
}

function troubleOf(error: unknown): WebhookTrouble {
  if (error instanceof AddressRefused) return "refused-address";
  if (error instanceof AnswerTooLarge) return "too-large";
  return error instanceof Error && error.name === "TimeoutError" ? "timeout" : "unreachable";
}
