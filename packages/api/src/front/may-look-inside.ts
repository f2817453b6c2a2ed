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
  return !isForwarded && isLoopback(String(headers[PEER_HEADER] ?? ""));
}

const forwarding = ["x-forwarded-for", "forwarded", "x-real-ip", "via"];

function isLoopback(address: string): boolean {
  return address === "::1" || address.startsWith("127.");
}

function isSame(given: string, wanted: string): boolean {
  return timingSafeEqual(hashOf(given), hashOf(wanted));
}

const hashOf = (text: string) => createHash("sha256").update(text).digest();
