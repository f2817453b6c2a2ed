import { NextRequest } from "next/server";
import { describe, expect, test } from "vitest";

import { createProxy } from "./create-proxy";

type Given = Partial<Parameters<typeof createProxy>[0]>;

function answer(path: string, { cookie = "", headers = {}, ...given }: Given & Sent = {}) {
  const proxy = createProxy({
    app: "web",
    publicPaths: ["/sign-in", "/confirm/"],
    isHttps: false,
    isDevelopment: false,
    ...given,
  });
  const url = new URL(path, "http://localhost");
  return proxy(new NextRequest(url, { headers: { cookie, ...headers } }));
}

type Sent = { cookie?: string; headers?: Record<string, string> };

const session = { cookie: "besunny.session=x" };
const policyOf = (response: Response) => response.headers.get("content-security-policy") ?? "";
const nonceOf = (response: Response) => policyOf(response).match(/'nonce-([0-9a-f]+)'/)?.[1];

test("browsers keep to https where the app is reached by https, and only there", () => {
  const header = "strict-transport-security";
  expect(answer("/sign-in", { isHttps: true }).headers.get(header)).toBe("max-age=31536000");
  expect(answer("/sign-in").headers.get(header)).toBeNull();
});

describe("without a session cookie", () => {
  test("a page leads to sign-in, which knows the way back", () => {
    const sent = answer("/library?status=failed");
    expect(sent.status).toBe(307);
    expect(sent.headers.get("location")).toBe(
      "http://localhost/sign-in?next=%2Flibrary%3Fstatus%3Dfailed",
    );
  });

  test("the home page leads to sign-in without a detour", () => {
    expect(answer("/").headers.get("location")).toBe("http://localhost/sign-in");
  });

  test.each(["/sign-in", "/sign-in?next=%2Flibrary", "/confirm/token"])("%s is open", (path) => {
    expect(answer(path).status).toBe(200);
  });

  test("the other app's cookie opens nothing", () => {
    expect(answer("/library", { cookie: "besunny-admin.session=x" }).status).toBe(307);
    expect(answer("/library", { ...session, app: "admin" }).status).toBe(307);
  });
});

test.each([
  ["web", "besunny.session"],
  ["web", "__Host-besunny.session"],
  ["admin", "besunny-admin.session"],
  ["admin", "__Host-besunny-admin.session"],
] as const)("in %s the cookie %s lets a request through to the page", (app, name) => {
  expect(answer("/library", { app, cookie: `${name}=x` }).status).toBe(200);
});

describe("the content security policy", () => {
  test("each page has a nonce of its own, which the page can read", () => {
    const [first, second] = [answer("/library", session), answer("/library", session)];
    expect(nonceOf(first)).toMatch(/^[0-9a-f]{32}$/);
    expect(nonceOf(first)).not.toBe(nonceOf(second));
    expect(first.headers.get("x-middleware-request-x-nonce")).toBe(nonceOf(first));
  });

  test("a nonce or a path that the client sends is replaced", () => {
    const sent = answer("/library?a=1", {
      ...session,
      headers: { "x-nonce": "chosen", "x-path": "//evil.example" },
    });
    expect(sent.headers.get("x-middleware-request-x-nonce")).toBe(nonceOf(sent));
    expect(sent.headers.get("x-middleware-request-x-path")).toBe("/library?a=1");
  });

  test("no page runs evaluated code, inline scripts or frames, but for evaluation in development", () => {
    const policy = policyOf(answer("/library", session));
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policyOf(answer("/library", { ...session, isDevelopment: true }))).toContain(
      "'unsafe-eval'",
    );
  });
});

test.each([
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
  ["referrer-policy", "same-origin"],
  ["cross-origin-opener-policy", "same-origin"],
  ["permissions-policy", "camera=(), microphone=(), geolocation=()"],
])("every page says %s: %s", (name, value) => {
  expect(answer("/library", session).headers.get(name)).toBe(value);
  expect(answer("/sign-in").headers.get(name)).toBe(value);
});
