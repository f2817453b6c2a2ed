import { hasSessionCookie } from "@besunny/api/auth/cookie-names";
import { type NextRequest, NextResponse } from "next/server";

import { env } from "./env";

/**
 * Gives every page its security headers, with a fresh nonce that alone lets scripts run, and sends those without a session's cookie to
 * sign in. Whether the session still lives, the page itself asks.
 */
export function proxy(request: NextRequest) {
  const isPublic = publicPaths.some((path) => request.nextUrl.pathname.startsWith(path));
  const isKnown = hasSessionCookie("web", (name) => request.cookies.has(name));
  if (!isPublic && !isKnown) return toSignIn(request);

  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentSecurityPolicy(nonce);

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (env.isHttps) response.headers.set("strict-transport-security", "max-age=31536000");
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("x-frame-options", "DENY");
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=()");
  return response;
}

// The API answers for itself, and a proxy before /api/upload would cut bodies at 10 MB.
export const config = {
  matcher: ["/((?!api$|api/|_next/static|_next/image|pdf/|healthz|readyz|favicon.ico|icon.svg).*)"],
};

const publicPaths = [
  "/sign-in",
  "/sign-up",
  "/confirm/",
  "/invitation/",
  "/forgot-password",
  "/reset-password/",
];

function toSignIn({ nextUrl }: NextRequest) {
  const next = nextUrl.pathname + nextUrl.search;
  const signIn = new URL("/sign-in", nextUrl);
  if (next !== "/") signIn.searchParams.set("next", next);
  return NextResponse.redirect(signIn);
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'${env.isDevelopment ? " 'unsafe-eval'" : ""}`,
    // Radix places its floating panels with style attributes, which no nonce can cover.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    "connect-src 'self' blob: data:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
