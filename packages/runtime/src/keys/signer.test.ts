import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { createSigner } from "./signer";

const key = () => randomBytes(32).toString("base64");

test("a signature is known by its key, and by that key after another one signs", () => {
  const [first, second] = [key(), key()];
  const signed = createSigner({ current: first }).sign("the end");
  const after = createSigner({ current: second, before: [first] });
  expect(after.isSigned("the end", signed)).toBe(true);
  expect(after.isSigned("the end ", signed)).toBe(false);
  expect(after.sign("the end").keyId).not.toBe(signed.keyId);
  expect(createSigner({ current: second }).isSigned("the end", signed)).toBeNull();
  expect(after.publicKeys().map(({ id }) => id)).toContain(signed.keyId);
});

test("the same key signs the same", () => {
  const current = key();
  expect(createSigner({ current }).sign("x")).toEqual(createSigner({ current }).sign("x"));
});
