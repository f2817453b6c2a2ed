import { expect, test } from "vitest";

import { WAITS, waitAfter } from "./plan";

const plain = { retryAfterSeconds: null, chance: 0 };

test("a message has ten tries: at once, then after waits that grow", () => {
  expect(WAITS.map((_, index) => waitAfter(index + 1, plain))).toEqual([...WAITS]);
  expect(waitAfter(10, plain)).toBeNull();
  expect([...WAITS].sort((one, other) => one - other)).toEqual([...WAITS]);
});

test("chance only ever adds, so that nobody comes back too early", () => {
  expect(waitAfter(1, { ...plain, chance: 1 })).toBe(6000);
});

test("a receiver that asks for more time gets it, up to a day", () => {
  expect(waitAfter(1, { ...plain, retryAfterSeconds: 90 })).toBe(90_000);
  expect(waitAfter(1, { ...plain, retryAfterSeconds: 1 })).toBe(5000);
  expect(waitAfter(1, { ...plain, retryAfterSeconds: 10 ** 9 })).toBe(86_400_000);
});
