import { expect, test } from "vitest";

import { AppError } from "./errors";
import { knownTrouble } from "./known-trouble";

const failure = (given: object) => Object.assign(new Error("failed"), given);

test.each([
  ["Prisma cannot reach", failure({ code: "P1001" })],
  [
    "a raw query cannot reach",
    failure({
      code: "P2010",
      meta: { driverAdapterError: failure({ cause: { kind: "DatabaseNotReachable" } }) },
    }),
  ],
  ["hung up in the midst", failure({ cause: failure({ kind: "ConnectionClosed" }) })],
  ["is starting", failure({ cause: { originalCode: "57P03" } })],
])("it says of a database that %s when to come back, and nothing of its inside", (_, error) => {
  expect(knownTrouble(error)).toMatchObject({
    code: "PROVIDER_UNAVAILABLE",
    message: "The database of BeSunny does not answer right now",
    retryAfterSeconds: 5,
  });
});

test("it knows a full disk, and hands on what is in our words already", () => {
  expect(knownTrouble(failure({ code: "ENOSPC" }))).toMatchObject({ code: "STORAGE_FULL" });
  const ours = new AppError("CONFLICT", "No");
  expect(knownTrouble(ours)).toBe(ours);
});

test.each([failure({ code: "P2002" }), failure({}), "text", null, undefined])(
  "it leaves what is a fault a fault: %s",
  (error) => {
    expect(knownTrouble(error)).toBeNull();
  },
);
