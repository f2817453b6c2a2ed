import { expect, test } from "vitest";

import { safePath } from "./safe-path";

const decoded = (query: string) => new URLSearchParams(query).get("next");

test.each([
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r\n/evil.example",
  "/\t\\evil.example",
  "\t//evil.example",
  " //evil.example",
  "/.//",
  "/.//evil.example",
  "/a/..//evil.example",
  "/%2e//evil.example",
  decoded("next=/%09/evil.example"),
  decoded("next=/%0A/evil.example"),
  decoded("next=/%5Cevil.example"),
  decoded("next=%2F%2Fevil.example"),
  "https://evil.example",
  "https:evil.example",
  "javascript:alert(1)",
  "http://here.invalid@evil.example",
  "//[",
  "",
  undefined,
  null,
])("it never sends a person who signs in to another site: %j", (next) => {
  const path = safePath(next);
  expect(new URL(path, "https://besunny.example").host).toBe("besunny.example");
  expect(path).not.toContain("evil");
});

test.each([
  ["/", "/"],
  ["/documents/doc_1?page=2#mark", "/documents/doc_1?page=2#mark"],
  ["/search?q=a%2F%2Fb&x=https://else.example", "/search?q=a%2F%2Fb&x=https://else.example"],
  ["/%09/harmless", "/%09/harmless"],
])("it goes on to %s", (next, expected) => {
  expect(safePath(next)).toBe(expected);
});
