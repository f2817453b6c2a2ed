import { bearerOf } from "./auth/bearer";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/** Returns whether a page of another site may have made this request, which changes something, with our user's cookie. */
export function isForged(request: Request): boolean {
  if (safe.has(request.method) || bearerOf(request.headers)) return false;
  const site = request.headers.get("sec-fetch-site");
  if (site) return site !== "same-origin" && site !== "none";
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  if (origin === null) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
