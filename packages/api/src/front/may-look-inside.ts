import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

import { PEER_HEADER } from "./http-server";

/**
 * Whether a request may see what is for those who run BeSunny: it comes from this machine itself, not through a proxy on it, or carries the
 * token as a bearer.
 */
export function mayLookInside(headers: IncomingHttpHeaders, token: string | undefined): boolean {
  const given = headers.authorization?.match(/^Bearer (.+)$/i)?.[1];
  if (token && given) return isSame(given, token);
  const isForwarded = forwarding.some((name) => headers[name] !== undefined);
  // Next writes the socket's address there where nothing stood.
  const isNamed = isLoopback(String(headers["x-forwarded-for"] ?? "::1"));
  return !isForwarded && isNamed && isLoopback(String(headers[PEER_HEADER] ?? ""));
}

const forwarding = ["forwarded", "x-real-ip", "via"];

/** One address of this machine itself, and no list of them. */
function isLoopback(address: string): boolean {
  return /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/.test(address);
}

function isSame(given: string, wanted: string): boolean {
  return timingSafeEqual(hashOf(given), hashOf(wanted));
}

const hashOf = (text: string) => createHash("sha256").update(text).digest();
