import { expect, test } from "vitest";

import { isForged } from "./same-origin";

const post = (headers: Record<string, string>) =>
  new Request("http://localhost:3000/api/trpc/x", {
    method: "POST",
    headers: { host: "localhost:3000", ...headers },
  });

test("our own page may change things", () => {
  expect(isForged(post({ "sec-fetch-site": "same-origin" }))).toBe(false);
  expect(isForged(post({ origin: "http://localhost:3000" }))).toBe(false);
});

test("another site's page may not, nor another port of this machine", () => {
  expect(isForged(post({ "sec-fetch-site": "cross-site" }))).toBe(true);
  expect(isForged(post({ "sec-fetch-site": "same-site" }))).toBe(true);
  expect(isForged(post({ origin: "http://evil.example" }))).toBe(true);
});

test("a key is no cookie, so a program with one may call from anywhere", () => {
  expect(isForged(post({ origin: "http://evil.example", authorization: "Bearer bsk_1" }))).toBe(
    false,
  );
});

test("a name and password in the address do not stand in for a key", () => {
  expect(isForged(post({ origin: "http://evil.example", authorization: "Basic YTpi" }))).toBe(true);
});

test("an origin that hides itself is another site's", () => {
  expect(isForged(post({ origin: "null" }))).toBe(true);
});
