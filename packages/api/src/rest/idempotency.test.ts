import { expect, test } from "vitest";

import { fingerprintOf, idempotencyKeyOf } from "./idempotency";

const request = (method: string, path: string, key = "k") =>
  new Request(`http://x/api/v1${path}`, { method, headers: { "idempotency-key": key } });

test("it tells requests apart by method, address and content", () => {
  const prints = [
    fingerprintOf(request("POST", "/projects"), "{}"),
    fingerprintOf(request("PUT", "/projects"), "{}"),
    fingerprintOf(request("POST", "/projects?x=1"), "{}"),
    fingerprintOf(request("POST", "/projects"), "{ }"),
  ];

  expect(new Set(prints).size).toBe(prints.length);
});

test("it heeds a key where something is written, and nowhere else", () => {
  expect(idempotencyKeyOf(request("POST", "/projects"))).toBe("k");
  expect(idempotencyKeyOf(request("GET", "/projects"))).toBeUndefined();
  expect(idempotencyKeyOf(request("POST", "/ask"))).toBeUndefined();
  expect(idempotencyKeyOf(request("POST", "/documents/d1/unlock"))).toBeUndefined();
});

test.each(["", "k".repeat(256)])("it refuses what is no key: %j", (key) => {
  expect(() => idempotencyKeyOf(request("POST", "/projects", key))).toThrow(/does not fit/);
});
