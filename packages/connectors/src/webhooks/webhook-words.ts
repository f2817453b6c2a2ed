/** Why a try had no answer. */
export type WebhookTrouble = "refused-address" | "timeout" | "unreachable" | "too-large";

/** The outcome of one try. */
export type WebhookAnswer = {
  durationMs: number;
  /** The status of the answer; null if there was none. */
  status: number | null;
  trouble: WebhookTrouble | null;
  /** The beginning of the body of the answer. */
  response: string;
  retryAfterSeconds: number | null;
};

export type WebhookToSend = {
  url: string;
  id: string;
  /** The secrets that sign: one, or two while they are rotated. None: the message carries no proof. */
  secrets: readonly string[];
  body: string;
  at: Date;
  /** `POST` by default. */
  method?: string;
  /** The key by which a receiver knows that two requests are one. */
  idempotencyKey?: string;
};

/** The headers that prove a message. */
export type WebhookHeaders = { id: string; timestamp: string; signature: string };

export type Downloaded = { bytes: Uint8Array; fileName: string; mediaType: string };

/** Sends messages by the Standard Webhooks specification, and verifies those that come. */
export type Webhooks = {
  /** Returns a new secret: `whsec_` and 32 random bytes. */
  newSecret(): string;
  /** Returns why nothing is sent to this address; null if it may be asked. A name is resolved at each try only. */
  refusalOf(url: string): string | null;
  /** Sends a message once. Follows no redirect, and dials public addresses alone. Never rejects. */
  send(message: WebhookToSend): Promise<WebhookAnswer>;
  /** Returns whether the raw body was signed with one of the secrets within the last five minutes. */
  isSigned(body: string, headers: WebhookHeaders, secrets: readonly string[]): boolean;
  /** Fetches a file from an address that a sender names. Only public addresses are dialled. */
  download(url: string): Promise<Downloaded | { trouble: string }>;
};
