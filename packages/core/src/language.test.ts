import { expect, test } from "vitest";

import { languageAsked } from "./language";

test.each([
  ["de-DE,de;q=0.9,en-US;q=0.8", "de"],
  ["en-GB,en;q=0.9,de;q=0.8", "en"],
  ["fr-FR,fr;q=0.9,de-AT;q=0.8,en;q=0.7", "de"],
  ["DE", "de"],
  ["fr", "en"],
  ["deu", "en"],
  ["", "en"],
  ["*", "en"],
  ["<script>,de", "de"],
])("a browser that asks for %j is answered in %s", (asked, language) => {
  expect(languageAsked(asked)).toBe(language);
});

test("a language that an app does not offer is passed over", () => {
  expect(languageAsked("de-DE,de;q=0.9", ["en"])).toBe("en");
});
