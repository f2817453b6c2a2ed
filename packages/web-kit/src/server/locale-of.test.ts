import type { Language } from "@besunny/api/browser/language";
import { expect, test } from "vitest";

import { localeOf } from "./locale-of";

test.each<[Language, asked: string, locale: string]>([
  ["en", "en-GB,en;q=0.9", "en-GB"],
  ["en", "en-US,en;q=0.9", "en-US"],
  ["en", "de-DE,de;q=0.9,en-US;q=0.8", "en-US"],
  ["en", "de-DE,de;q=0.9", "en-GB"],
  ["en", "en", "en"],
  ["en", "", "en"],
  ["en", "*", "en"],
  ["en", "<script>", "en"],
  ["de", "de-AT,de;q=0.9,en;q=0.8", "de-AT"],
  ["de", "en-GB,en;q=0.9,de-CH;q=0.8", "de-CH"],
  ["de", "en-GB,en;q=0.9", "de"],
  ["de", "", "de"],
])("in %s, a browser that asks for %j reads dates as in %s", (language, asked, locale) => {
  expect(localeOf(language, asked)).toBe(locale);
});
