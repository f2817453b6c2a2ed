import { describe, expect, test } from "vitest";

import { expiryOf, stateOf } from "./api-key";

const now = new Date("2026-11-28T12:00:00Z");
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const wish = (wished: Date | null | undefined, mayBeNever = false) =>
  expiryOf({ wished, now, mayBeNever });
const refusalOf = (act: () => unknown) => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

describe("expiryOf", () => {
  test("gives 90 days where nothing is wished, also to those who might have it never end", () => {
    expect(wish(undefined)).toEqual(inDays(90));
    expect(wish(undefined, true)).toEqual(inDays(90));
  });

  test("takes a day within a year as it is, and refuses what is past or beyond", () => {
    expect(wish(inDays(366))).toEqual(inDays(366));
    for (const wished of [new Date("2020-01-01"), now, inDays(367)])
      expect(refusalOf(() => wish(wished, true))).toMatchObject({
        code: "INVALID_INPUT",
        errors: [{ path: "expiresAt", message: expect.stringMatching(/^Choose a day/) }],
      });
  });

  test("lets a key last for ever only where that may be", () => {
    expect(wish(null, true)).toBeNull();
    expect(refusalOf(() => wish(null))).toMatchObject({ code: "FORBIDDEN" });
  });
});

test("stateOf says that a key was revoked though it has run out too", () => {
  expect(stateOf({ revokedAt: null, expiresAt: null }, now)).toBe("active");
  expect(stateOf({ revokedAt: null, expiresAt: inDays(1) }, now)).toBe("active");
  expect(stateOf({ revokedAt: null, expiresAt: now }, now)).toBe("expired");
  expect(stateOf({ revokedAt: now, expiresAt: inDays(-1) }, now)).toBe("revoked");
});
