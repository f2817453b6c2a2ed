import { expect, test } from "vitest";

import { findEmails } from "./emails";

test("e-mail addresses are found without the stop that ends the sentence", () => {
  const text = "Write to Anna.Keller@oak.example, or not@all, or 'o'neil@oak.example'.";
  expect(findEmails(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    "Anna.Keller@oak.example",
    "o'neil@oak.example",
  ]);
});
