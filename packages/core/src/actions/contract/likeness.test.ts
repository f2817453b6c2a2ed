import { expect, test } from "vitest";
import { likenessOf } from "./likeness";

test.each([
  ["I will call the landlord by Friday", "Call the landlord"],
  ["Send the contract to the lawyer", "Ben sends the contracts to our lawyer"],
  ["Ich rufe den Vermieter an", "Vermieter rufen"],
])("“%s” is like “%s”", (one, other) => {
  expect(likenessOf(one, other)).toBeGreaterThanOrEqual(0.5);
  expect(likenessOf(other, one)).toBe(likenessOf(one, other));
});

test.each([
  ["Send the contract to the lawyer", "Send the invoice to the bank"],
  ["Call the landlord", "Order new chairs"],
  ["Pay invoice 4711", "Pay invoice 4712"],
  ["", "Call the landlord"],
])("“%s” is not like “%s”", (one, other) => {
  expect(likenessOf(one, other)).toBeLessThan(0.5);
});
