import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

import { PEER_HEADER } from "./http-server";

/**
 * Returns whether a request may see the details of the process, which are for the people who run BeSunny. It may if its bearer is the
 * token. Without a bearer it may if it comes from this machine itself, and not through a proxy.
 */
export function mayLookInside(headers: IncomingHttpHeaders, token: string | undefined): boolean {
  const given = headers.authorization?.match(/^Bearer (.+)$/i)?.[1];
  if (token && given) return isSame(given, token);
  const peer = String(headers[PEER_HEADER] ?? "");
  // The server names the peer in `x-forwarded-for` where nobody else did.
  const isForwarded = forwarding.some((name) => ![undefined, peer].includes(oneOf(headers[name])));
  return isLoopback(peer) && !isForwarded;
}

const forwarding = ["x-forwarded-for", "forwarded", "x-real-ip", "via"];

function oneOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(", ") : value?.replace(/^::ffff:/, "");
}

function isLoopback(address: string): boolean {
  return address === "::1" || address.startsWith("127.");
}

function isSame(given: string, wanted: string): boolean {
  return timingSafeEqual(hashOf(given), hashOf(wanted));
}

const hashOf = (text: string) => createHash("sha256").update(text).digest();
