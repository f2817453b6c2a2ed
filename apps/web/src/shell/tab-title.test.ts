import { expect, test } from "vitest";

import { tabTitleOf } from "./tab-title";

test("what tells a tab from others comes first, and is not too long for it", () => {
  expect(tabTitleOf("governing law", "Search")).toBe("governing law · Search");
  expect(tabTitleOf("", "Search")).toBe("Search");
  expect(tabTitleOf(null, "Library")).toBe("Library");
  expect(tabTitleOf("a".repeat(80), "Search")).toBe(`${"a".repeat(60)}… · Search`);
});
