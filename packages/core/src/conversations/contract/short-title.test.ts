import { expect, test } from "vitest";

import { shortTitle } from "./short-title";

test("it keeps a short question as it is, on one line", () => {
  expect(shortTitle("  When does\nthe lease end? ")).toBe("When does the lease end?");
});

test("it cuts a long question at a word and says that it goes on", () => {
  const title = shortTitle(`When does the lease ${"of the office ".repeat(10)}end?`);

  expect(title.length).toBeLessThanOrEqual(81);
  expect(title).toMatch(/(of|the|office)…$/);
});

test("it cuts a text without spaces, and no sign in half", () => {
  expect(shortTitle("𝒜".repeat(100))).toBe(`${"𝒜".repeat(40)}…`);
  expect(shortTitle(`a${"𝒜".repeat(100)}`)).toBe(`a${"𝒜".repeat(39)}…`);
});
