import ipaddr from "ipaddr.js";

/** The header in which our own servers put the address of the socket, over whatever the client sent. */
const PEER = "x-besunny-peer";

/** What is told where the address is not known. */
const UNKNOWN = "local";

/**
 * The address a request came from. Every proxy adds to `x-forwarded-for` whom it was asked by, so of that list and the socket's address
 * the last `trustedProxies` were written by proxies of ours, and the one before them is the client's. What stands further left is the
 * client's own word and never believed. A list that is too short, or does not hold an address there, gives the socket's address; without
 * that it is "local".
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
