import { expect, test } from "vitest";
import { isElliptic, linkOf, withoutOpening } from "./follow-up";

test.each([
  ["And how can it be terminated?", "opens"],
  ["what about the amendment?", "opens"],
  ["und 2025?", "opens"],
  ["Et en 2025 ?", "opens"],
  ["¿Y en 2025?".replace("¿", ""), "opens"],
  ["Who signed it?", "points"],
  ["When does her contract end?", "points"],
  ["Which law governs the Acme agreement?", null],
  ["How many invoices do we have?", null],
])("%s refers to what was said before by %s", (question, link) => {
  expect(linkOf(question)).toBe(link);
});

test("the words by which it goes on are taken off", () => {
  expect(withoutOpening("And how can it be terminated?")).toBe("how can it be terminated?");
  expect(withoutOpening("What about the amendment?")).toBe("the amendment?");
  expect(withoutOpening("And")).toBe("And");
});

test("a few words without a verb put something else into the question before", () => {
  expect(isElliptic("and in 2025?")).toBe(true);
  expect(isElliptic("Und die Kaution?")).toBe(true);
  expect(isElliptic("and how can it be terminated?")).toBe(false);
});
