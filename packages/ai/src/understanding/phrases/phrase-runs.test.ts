import { expect, test } from "vitest";

import { phraseRuns } from "./phrase-runs";

const found = (text: string, code: string) =>
  phraseRuns(text, [[0, text.length]], code).map((span) => text.slice(...span));

test("finds German nouns with the adjectives before them", () => {
  const phrases = found("der Mieter zahlt eine monatliche Miete für die Wohnung.", "de");
  expect(phrases).toEqual(["Mieter", "Miete", "monatliche Miete", "Wohnung"]);
});

test.each([
  ["fr", "il signe le contrat de bail avec elle.", ["contrat de bail"]],
  ["es", "y el contrato de arrendamiento es suyo.", ["contrato de arrendamiento"]],
  ["it", "con il contratto di locazione.", ["contratto di locazione"]],
])("finds two nouns that a preposition joins in %s", (code, text, phrases) => {
  expect(found(text, code)).toEqual(phrases);
});

test("finds names and what is repeated, and leaves other words out", () => {
  const text = "wczoraj przyszedł Jan Kowalski, dachówka spadła, nowa dachówka leży.";
  expect(found(text, "pl")).toEqual(["Jan", "Jan Kowalski", "Kowalski", "dachówka", "dachówka"]);
});

test("ends a run at a sign and at a common word", () => {
  const text = "le bail commercial, le bail, commercial.";
  expect(found(text, "fr")).toEqual(["bail", "commercial", "bail", "commercial"]);
});
