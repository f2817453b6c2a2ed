import { expect, test } from "vitest";

import { englishOf } from "./english-of";

test.each([
  ["en-GB,en;q=0.9", "en-GB"],
  ["en-US,en;q=0.9", "en-US"],
  ["de-DE,de;q=0.9,en-US;q=0.8", "en-US"],
  ["de-DE,de;q=0.9", "en-GB"],
  ["en", "en"],
  ["", "en"],
  ["*", "en"],
  ["<script>", "en"],
])("a browser that asks for %j reads dates as in %s", (asked, locale) => {
  expect(englishOf(asked)).toBe(locale);
});
