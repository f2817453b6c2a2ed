import { expect, test } from "vitest";

import { cardOf, typesWithCard } from "./cards";
import { highlightsOf } from "./highlights";

test("every type has fields to tell its documents apart, and all of them are on its card", () => {
  for (const type of typesWithCard) {
    const onCard = cardOf(type).map(({ name }) => name);
    expect([type, highlightsOf(type).length > 0]).toEqual([type, true]);
    expect([type, highlightsOf(type).filter((name) => !onCard.includes(name))]).toEqual([type, []]);
  }
});

test("a type of a workspace's own and a document without a type have none", () => {
  expect(highlightsOf("rental of boats")).toEqual([]);
  expect(highlightsOf(null)).toEqual([]);
});
