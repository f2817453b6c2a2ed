import { expect, test } from "vitest";

import { candidateStretches } from "./candidates";
import { words } from "./words";

test.each([
  ["The Bank of England met Anna Berg.", ["The Bank of England", "Anna Berg"]],
  ["the price of iron is up", []],
  ["Visit https://Example.com/About or mail Anna@Example.com", ["Visit"]],
  ["call get_User_Name of @AnnaBerg", []],
])("in %j names are looked for in %j", (text, expected) => {
  const split = words(text);
  const found = candidateStretches(split).map(([from, to]) =>
    split
      .slice(from, to)
      .map((word) => word.text)
      .join(" "),
  );
  expect(found).toEqual(expected);
});
