import { expect, test } from "vitest";
import { alsoSearched, formsIn, inEnglish, type Language, languageOfQuestion } from "./gloss";

test.each<[Language, string, string]>([
  [
    "fr",
    "Combien de jours par an peut-on travailler depuis l'étranger ?",
    "how many day per year can work from the abroad ?",
  ],
  [
    "de",
    "Wie hoch ist die Gesamtmiete in der Leopoldstraße?",
    "how much is the total rent in the Leopoldstraße?",
  ],
  [
    "de",
    "Wann endet der Rahmenvertrag mit CloudTech?",
    "when end the services agreement with CloudTech?",
  ],
  [
    "de",
    "Wie lautet die Rechnungsnummer von QualityHosting?",
    "what is the invoice number of QualityHosting?",
  ],
  [
    "es",
    "¿Cuánto paga la empresa al mes para electricidad e internet?",
    "how much pay the company to month for electricity e internet?",
  ],
  ["en", "How much is the rent?", "How much is the rent?"],
])("%s: %s is %s", (language, question, english) => {
  expect(languageOfQuestion(question)).toBe(language);
  expect(inEnglish(question, language)).toBe(english);
});

test("a word stands for the same in every language, a compound for its last part", () => {
  const forms = (said: string) => formsIn(said, "de")[0]?.forms;
  expect(forms("Kündigungsfrist")).toEqual(
    expect.arrayContaining(["kundigungsfrist", "notice period", "preavis"]),
  );
  expect(forms("Leopoldstraße")).toEqual(["leopoldstrasse"]);
  expect(forms("Vertragsdatum")).toEqual(expect.arrayContaining(["date", "fecha"]));
});

test("a phrase with a meaning of its own is one", () => {
  expect(formsIn("the notice period", "en").map(({ text }) => text)).toEqual([
    "the",
    "notice period",
  ]);
});

test("a search goes on in English, with other forms of the words and other spellings", () => {
  expect(alsoSearched("Wann endet der Vertrag mit Frau Müller?")).toMatch(
    /^when end the contract with .* ende enden .*Mueller/,
  );
  expect(alsoSearched("When does it end?")).toBeNull();
});
