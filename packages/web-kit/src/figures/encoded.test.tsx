import { expect, test } from "vitest";

import { parseAsFilters, parseAsGroup } from "./encoded";

test.each([
  [[{ dimension: "type" as const, values: ["invoice", null] }]],
  [[{ dimension: "folder" as const, values: ["a|b,c:d/~ é", "~"] }]],
  [
    [
      { dimension: "type" as const, values: ["x"] },
      { dimension: "format" as const, values: [""] },
    ],
  ],
])("filters come back from the address as they were", (filters) => {
  expect(parseAsFilters.parse(parseAsFilters.serialize(filters))).toEqual(filters);
});

test("an address that names no dimension filters nothing", () => {
  expect(parseAsFilters.parse("nonsense:1")).toBeNull();
  expect(parseAsFilters.parse("type")).toBeNull();
});

test("a group without a value is not the group of an empty text", () => {
  const groups = [[null], [""], ["~"], ["a", null]];
  for (const group of groups)
    expect(parseAsGroup.parse(parseAsGroup.serialize(group))).toEqual(group);
});
