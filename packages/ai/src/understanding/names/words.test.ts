import { expect, test } from "vitest";

import { words } from "./words";

test.each([
  ["Smith's plan", ["Smith", "'s", "plan"]],
  ["O’Neill’s firm", ["O’Neill", "’s", "firm"]],
  ["AT&T and the U.S. Army", ["AT&T", "and", "the", "U.S.", "Army"]],
  ["Dr. Eva-Maria Huber.", ["Dr.", "Eva-Maria", "Huber", "."]],
  [
    "see https://a.example/B_c, J.Doe@b.example",
    ["see", "https://a.example/B_c,", "J.Doe@b.example"],
  ],
  ["EUR 1,200.50", ["EUR", "1,200.50"]],
])("%j is split into words", (text, expected) => {
  expect(words(text).map((word) => word.text)).toEqual(expected);
});
