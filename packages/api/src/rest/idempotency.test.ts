import { expect, test } from "vitest";

import { fingerprintOf, idempotencyKeyOf } from "./idempotency";

const request = (method: string, path: string) =>
  new Request(`http://x/api/v1${path}`, { method, headers: { "idempotency-key": "k" } });

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
