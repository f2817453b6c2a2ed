import type { WebhookAnswer } from "@besunny/connectors/webhooks/webhook-words";

const troubles: Record<NonNullable<WebhookAnswer["trouble"]>, string> = {
  "refused-address": "Its address is not one of the public network",
  timeout: "The receiver did not answer in time",
  unreachable: "The receiver could not be reached",
  "too-large": "The receiver answered with too much",
};

/** Returns whether the same request may be taken at another try. */
export function isWorthAnother({ status, trouble }: WebhookAnswer): boolean {
  if (status === null) return trouble !== "refused-address";
  return status >= 500 || status === 429 || status === 408;
}

/** Returns what became of a request, in a sentence. */
export function saidOf({ status, trouble }: WebhookAnswer, tries: number): string {
  const what =
    trouble === null ? `The receiver answered ${status ?? "nothing"}` : troubles[trouble];
  return tries === 1 ? `${what}.` : `${what}, after ${tries} tries.`;
}
