import { expect, test } from "vitest";

import { splitWords } from "./split-words";
import { phraseTerms, questionWords, rowOf, scoreOf, termOf, termsOf } from "./terms";

test.each([
  ["en", "inspected", "inspecting"],
  ["de", "Wohnungen", "Wohnung"],
  ["de", "Häuser", "Haus"],
  ["fr", "résilié", "résilier"],
  ["es", "arrendatarios", "arrendatario"],
  ["it", "contratti", "contratto"],
  ["pt", "contratos", "contrato"],
  ["nl", "overeenkomsten", "overeenkomst"],
  ["sv", "fakturor", "faktura"],
  ["da", "aftaler", "aftale"],
  ["nb", "avtalen", "avtaler"],
  ["fi", "sopimuksen", "sopimukset"],
  ["ru", "договоры", "договоров"],
  ["hu", "szerződések", "szerződés"],
  ["ro", "contractele", "contractul"],
  ["tr", "sözleşmeler", "sözleşme"],
  ["hi", "दिनों", "दिन"],
  ["ja", "tenants", "tenant"],
  [null, "tenants", "tenant"],
])("in %s, %s and %s are one term", (language, a, b) => {
  const term = (word: string) => termOf(splitWords(word).words[0] ?? "", language);
  expect(term(a)).toBe(term(b));
});

test.each([
  ["hi", "दिन", "दान"],
  ["en", "rent", "rant"],
  ["pl", "umowy", "umowa"],
  ["ru", "код", "кот"],
])("in %s, %s and %s are two", (language, a, b) => {
  expect(termOf(a, language)).not.toBe(termOf(b, language));
});

test("common words of the question's language are left out unless there are no others", () => {
  const words = (question: string, ...languages: string[]) =>
    questionWords(question, [null, ...languages]).map(({ word }) => word);
  expect(words("Which law governs the lease?")).toEqual(["law", "governs", "lease"]);
  expect(words("Was ist die Miete?", "de")).toEqual(["miete"]);
  expect(words("Does the tenant die?", "de")).toEqual(["tenant", "die"]);
  expect(words("to be or not to be")).toEqual(["to", "be", "or", "not"]);
});

test("a word of a question stands for a term in each language of the texts", () => {
  const [word] = questionWords("Wohnungen", [null, "de", "pl"]);
  expect(word?.terms).toEqual([termOf("wohnungen", null), termOf("wohnungen", "de")]);
});

test("weights fit a byte and rise with repetition, rarer terms score higher", () => {
  const termsIn = (text: string) => termsOf(rowOf(splitWords(text).words, "en"), new Uint32Array());
  const once = termsIn("rent due");
  const often = termsIn("rent ".repeat(300));
  const weightOf = ({ terms, weights }: typeof once) =>
    weights[terms.indexOf(termOf("rent", "en"))];
  expect(weightOf(often)).toBeGreaterThan(weightOf(once) ?? 0);
  expect(Math.max(...often.weights)).toBeLessThanOrEqual(220);
  expect(scoreOf(100, { holders: 1, passages: 10 })).toBeGreaterThan(
    scoreOf(100, { holders: 9, passages: 10 }),
  );
});

test("a phrase has its terms in order, once for each way to stem them", () => {
  expect(phraseTerms("the rent", ["en", "pl"])).toEqual([
    [termOf("the", "en"), termOf("rent", "en")],
  ]);
  expect(phraseTerms("?!", ["en"])).toEqual([]);
});
