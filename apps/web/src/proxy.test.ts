import { NextRequest } from "next/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

async function answer(url: string, path: string, cookie = "") {
  vi.stubEnv("WEB_URL", url);
  const { proxy } = await import("./proxy");
  return proxy(new NextRequest(new URL(path, "http://localhost"), { headers: { cookie } }));
}

test("browsers are told to keep to https where the app is reached by it, and only there", async () => {
  const header = "strict-transport-security";
  expect((await answer("https://besunny.example", "/sign-in")).headers.get(header)).toBe(
    "max-age=31536000",
  );
  vi.resetModules();
  expect((await answer("http://localhost", "/sign-in")).headers.get(header)).toBeNull();
});

test.each(["besunny.session", "__Host-besunny.session"])(
  "who brings the cookie %s is let through to the page, others are sent to sign in",
  async (name) => {
    expect((await answer("", "/library", `${name}=x`)).status).toBe(200);
    const sent = await answer("", "/library");
    expect(sent.headers.get("location")).toBe("http://localhost/sign-in?next=%2Flibrary");
  },
);
