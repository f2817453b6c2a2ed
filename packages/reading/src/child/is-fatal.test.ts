import { expect, test } from "vitest";
import { corrupt, encrypted } from "../contract/refusals";
import { isFatal } from "./is-fatal";

/** Bytes of a module with one function, `fall`, which traps. */
const trapping = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 102, 97, 108, 108, 0, 0,
  10, 5, 1, 3, 0, 0, 11,
]);

function trap(): unknown {
  const { fall } = new WebAssembly.Instance(new WebAssembly.Module(trapping)).exports;
  try {
    if (typeof fall === "function") fall();
  } catch (error) {
    return error;
  }
  return null;
}

test("a trap in WebAssembly is fatal, also as the cause of a refusal", () => {
  expect(isFatal(trap())).toBe(true);
  expect(isFatal(corrupt("The PDF", trap()))).toBe(true);
});

test("memory that WebAssembly did not get is fatal", () => {
  expect(isFatal(new RangeError("allocation failed"))).toBe(true);
});

test("what only this file did wrong is not", () => {
  expect(isFatal(encrypted("The PDF"))).toBe(false);
  expect(isFatal(corrupt("The PDF", new TypeError("x is undefined")))).toBe(false);
  expect(isFatal("unreachable")).toBe(false);
});
