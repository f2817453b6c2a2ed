import { expect, test } from "vitest";
import { foldWords } from "./lexicon/fold-words";
import { languageOf, styleFeatures, styleNames } from "./style";

function style(text: string): Record<string, number> {
  const values = styleFeatures({ text });
  return Object.fromEntries(styleNames.map((name, index) => [name, values[index] ?? Number.NaN]));
}

test.each([
  ["de", "Die Stadt hat den Plan mit der Bahn nicht abgestimmt, und das ist ein Problem für alle."],
  ["fr", "Le conseil a adopté les comptes de la commune et des associations pour une année."],
  ["pl", "Zarząd informuje, że nie ma zmian i że termin jest do końca roku dla wszystkich."],
  ["sv", "Styrelsen har inte fattat beslut om att det ska vara ett möte för alla."],
])("the small words of %s are known", (language, text) => {
  expect(languageOf(foldWords(text).map(({ word }) => word)).language).toBe(language);
});

test("instructions begin with commands, in each language", () => {
  const steps = "1. Press the button.\n2. Remove the cover.\n3. Turn the key.";
  const schritte = "Drücken Sie die Taste und die Klappe ist offen.\nEntfernen Sie den Deckel.";
  const told = "The mayor pressed the button. The cover was removed by the fire service.";
  expect(style(steps)['says "commands"']).toBeGreaterThan(0.8);
  expect(style(schritte)['says "commands"']).toBeGreaterThan(0.8);
  expect(style(told)['says "commands"']).toBe(0);
});

test("every feature is a number from 0 to 1, also without words", () => {
  for (const text of ["", "12 | 13 | 14", "你好。今天开会。"])
    for (const value of Object.values(style(text))) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
});
