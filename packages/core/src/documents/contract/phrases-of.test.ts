import { expect, test } from "vitest";
import { phrasesOf } from "./phrases-of";

test("takes phrases from the beginning to the end that are written alike everywhere", () => {
  const lines = Array.from(
    { length: 12 },
    (_, n) => `Clause ${n} says what the tenant of the house owes.`,
  );
  expect(phrasesOf([lines.slice(0, 6).join("\n"), lines.slice(6).join("\n")])).toEqual(
    [0, 3, 6, 9].map((n) => lines[n]),
  );
});

test("leaves out what is short, and what stands on both sides of a sign that is written in two ways", () => {
  expect(phrasesOf(['Short.\n"The rent is due on the first of the month" said he'])).toEqual([
    "The rent is due on the first of the month",
  ]);
  expect(phrasesOf([])).toEqual([]);
});
