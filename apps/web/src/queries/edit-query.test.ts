import { describe, expect, test } from "vitest";

import { chosenOf, hasWords, toggled, without } from "./edit-query";
import { tokenAt } from "./token-at";

describe("toggled", () => {
  test("adds a value, a second beside it, and takes each out again", () => {
    const one = toggled("rent", "type", "contract");
    expect(one).toBe("rent type:contract");
    const two = toggled(one, "type", "purchase order");
    expect(two).toBe('rent type:contract,"purchase order"');
    expect(chosenOf(two, "type")).toEqual(["contract", "purchase order"]);
    expect(toggled(two, "type", "Contract")).toBe('rent type:"purchase order"');
    expect(toggled(one, "type", "contract")).toBe("rent");
  });

  test("leaves a condition alone that excludes the value", () => {
    expect(toggled("-type:invoice", "type", "invoice")).toBe("-type:invoice type:invoice");
  });
});

test("a part is taken out by its place", () => {
  expect(without('rent "60 days" type:contract', 1)).toBe("rent type:contract");
});

test("a query of conditions alone has no words to search by", () => {
  expect([hasWords("type:contract"), hasWords("rent"), hasWords("-draft")]).toEqual([
    false,
    true,
    false,
  ]);
});

describe("tokenAt", () => {
  test.each([
    ["rent ty", 7, { start: 5, key: null, text: "ty" }],
    ["rent -ty", 8, { start: 6, key: null, text: "ty" }],
    ["rent type:con x", 13, { start: 5, key: "type", text: "con" }],
    ["type:contract,in", 16, { start: 0, key: "type", text: "in" }],
    ['project:"Office mo', 18, { start: 0, key: "project", text: "Office mo" }],
    ["rent ", 5, null],
  ])("%s", (text, caret, expected) => {
    expect(tokenAt(text, caret)).toEqual(expected && expect.objectContaining(expected));
  });
});
