import { expect, test } from "vitest";

import { findValues } from "./find-values";

const iban = {
  kind: "iban",
  text: "DE89 3704 0044 0532 0130 00",
  group: "DE89370400440532013000",
} as const;

test.each([
  "to DE89370400440532013000.",
  "to de89 3704 0044 0532 0130 00.",
  "to DE89-3704-0044-0532-0130-00.",
  "to DE89 3704 0044\n0532 0130 00.",
])("an IBAN is found in any spelling: %s", (text) => {
  const [found] = findValues(text, [iban]);
  expect(text.slice(found?.start, found?.end)).toBe(text.slice(3, -1));
});

test("a value is not found within a longer number, nor across other words", () => {
  const number = { kind: "bank-account", text: "123456", group: "123456" } as const;
  expect(findValues("0123456 and 1234567 and 123 of 456", [number])).toEqual([]);
});

test("a short value is not looked for", () => {
  expect(findValues("It is 2026.", [{ kind: "identifier", text: "2026", group: "2026" }])).toEqual(
    [],
  );
});
