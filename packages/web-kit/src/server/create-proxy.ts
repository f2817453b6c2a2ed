import { hasSessionCookie } from "@besunny/api/auth/cookie-names";
import { type NextRequest, NextResponse } from "next/server";

type App = {
  app: "web" | "admin";
  /** The beginnings of the paths that need no session. */
  publicPaths: readonly string[];
  /** True when browsers reach the app by https. */
  isHttps: boolean;
  isDevelopment: boolean;
};

/**
 * Makes the function that Next calls before every page. It sets the security headers of the page, with a fresh nonce without which no script
 * runs. It sends requests without a session cookie to the sign-in page. The page itself checks that the session is still valid.
 */
export function createProxy({ app, publicPaths, isHttps, isDevelopment }: App) {
  return function proxy(request: NextRequest): NextResponse {
    const isPublic = publicPaths.some((path) => request.nextUrl.pathname.startsWith(path));
    const hasCookie = hasSessionCookie(app, (name) => request.cookies.has(name));
    if (!isPublic && !hasCookie) return toSignIn(request);

    const nonce = crypto.randomUUID().replaceAll("-", "");
    const policy = contentSecurityPolicy(nonce, isDevelopment);
    const response = NextResponse.next({
      request: { headers: forwardedHeaders(request, nonce, policy) },
    });
    response.headers.set("content-security-policy", policy);
    if (isHttps) response.headers.set("strict-transport-security", "max-age=31536000");
    for (const [name, value] of fixedHeaders) response.headers.set(name, value);
    return response;
  };
}

const fixedHeaders = [
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
  ["referrer-policy", "same-origin"],
  ["cross-origin-opener-policy", "same-origin"],
  ["permissions-policy", "camera=(), microphone=(), geolocation=()"],
] as const;

/** The request's own headers, and what the page reads of the proxy: its nonce and its address. */
function forwardedHeaders(request: NextRequest, nonce: string, policy: string): Headers {
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);
  return headers;
}

function toSignIn({ nextUrl }: NextRequest): NextResponse {
  const next = nextUrl.pathname + nextUrl.search;
  const signIn = new URL("/sign-in", nextUrl);
  if (next !== "/") signIn.searchParams.set("next", next);
  return NextResponse.redirect(signIn);
}

function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'${isDevelopment ? " 'unsafe-eval'" : ""}`,
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
