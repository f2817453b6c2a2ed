import { expect, test } from "vitest";

import { mayBeUsed, residencyRefusal } from "./residency";

const rule = { host: "models.example", region: null, isAllowed: false };

test.each([
  ["a workspace without a region uses every server", "api.openai.com", null, [], true],
  ["a server in the region is used", "eu.api.openai.com", "eu", [], true],
  ["a server of another region is refused", "us.api.openai.com", "eu", [], false],
  ["a server that says no region is refused", "models.example", "eu", [], false],
  [
    "what the workspace says of a server counts",
    "models.example",
    "eu",
    [{ ...rule, region: "eu" }],
    true,
  ],
  [
    "a server that is allowed is used",
    "models.example",
    "eu",
    [{ ...rule, isAllowed: true }],
    true,
  ],
  [
    "a rule for another server counts for nothing",
    "other.example",
    "eu",
    [{ ...rule, isAllowed: true }],
    false,
  ],
  ["a server in the house is used", "192.168.1.4", "eu", [], true],
  ["a name that looks like the house is refused", "localhost.example", "eu", [], false],
])("%s", (_, host, region, rules, expected) => {
  expect(mayBeUsed(host, { region, rules })).toBe(expected);
});

test("a refusal names the region, the server and what to do", () => {
  const sentence = residencyRefusal("https://us.api.openai.com/v1", { region: "eu", rules: [] });
  expect(sentence).toMatch(/keeps to EU.*us\.api\.openai\.com is in US.*may allow/);
  expect(residencyRefusal("http://127.0.0.1:1/v1", { region: "eu", rules: [] })).toBeNull();
});
