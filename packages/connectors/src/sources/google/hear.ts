import { type HookCall, type HookNotice, isSameSecret, objectIn } from "../hooks";

/**
 * Understands a call of Google. Drive and Calendar show the secret of the channel, and say only that something changed. Gmail comes by a subscription of
 * Pub/Sub, whose address holds the secret as `token`; it names the mailbox.
 */
export function hearGoogle(call: HookCall, secret: string): HookNotice {
  const isChannel = call.header("x-goog-channel-id") !== null;
  const shown = isChannel ? call.header("x-goog-channel-token") : call.query.get("token");
  if (!shown || !isSameSecret(shown, secret)) return { kind: "refused" };
  if (isChannel) return { kind: "look", accounts: null, watch: "fine" };
  const address = mailboxIn(call.body);
  return address ? { kind: "look", accounts: [address], watch: "fine" } : { kind: "refused" };
}

function mailboxIn(body: Uint8Array): string | null {
  const message = objectIn(body)?.message;
  const data = typeof message === "object" && message && "data" in message ? message.data : null;
  if (typeof data !== "string") return null;
  const address = objectIn(Buffer.from(data, "base64"))?.emailAddress;
  return typeof address === "string" ? address.toLowerCase() : null;
}
