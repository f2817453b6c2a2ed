import ipaddr from "ipaddr.js";

/** The header in which our own servers put the address of the socket, over whatever the client sent. */
const PEER = "x-besunny-peer";

/** The answer if the address is not known. */
const UNKNOWN = "local";

/**
 * Returns the address that a request came from. Every proxy adds the address of its caller to `x-forwarded-for`. So the last
 * `trustedProxies` addresses of that list come from our proxies, and the first of these is the client's. The client itself can write all
 * addresses further left, so they are ignored. If the list has no address at this place, the result is the socket's address, or "local".
 */
export function clientAddress(headers: Headers, trustedProxies: number): string {
  const peer = addressOf(headers.get(PEER) ?? "");
  if (!peer) return UNKNOWN;
  const forwarded = (headers.get("x-forwarded-for") ?? "").split(",");
  const client = trustedProxies > 0 ? addressOf(forwarded.at(-trustedProxies) ?? "") : null;
  return client ?? peer;
}

/** An address in its usual form, without the port that some proxies add; null for anything else. */
function addressOf(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^\[(.+)\](:\d+)?$/, "$1")
    .replace(/^([\d.]+):\d+$/, "$1");
  return ipaddr.isValid(bare) && (bare.includes(":") || ipaddr.IPv4.isValidFourPartDecimal(bare))
    ? ipaddr.process(bare).toString()
    : null;
}
