import { describe, expect, test } from "vitest";
import type { AnswerPassage } from "../../ai";
import { matchedAnswers, sayingMore } from "./matched";

const passage = (
  text: string,
  title = "A document",
  headingPath: string[] = [],
): AnswerPassage => ({
  n: 1,
  documentId: "doc_1",
  title,
  text,
  headingPath,
});
const answer = (question: string, ...given: Parameters<typeof passage>) => {
  const [found] = matchedAnswers(question, [passage(...given)]);
  return found ? given[0].slice(...found.span) : null;
};

describe("a question in another language than the text", () => {
  test.each([
    [
      "Combien de jours par an peut-on travailler depuis l'étranger ?",
      "You may work from abroad for twenty days a year.",
      "twenty",
    ],
    ["Wie lange ist die Probezeit?", "The probation is 6 months from the start.", "6 months"],
    ["¿Cuándo vence la factura?", "Invoice 7. It is due on 4 March 2026.", "4 March 2026"],
    ["What is the notice period?", "Die Kündigungsfrist beträgt drei Monate.", "drei Monate"],
  ])("%s", (question, text, expected) => {
    expect(answer(question, text)).toBe(expected);
  });
});

describe("a question in the language of the text", () => {
  test("takes its place from the headings and the title", () => {
    expect(
      answer(
        "Wie hoch ist die Gesamtmiete in der Leopoldstraße?",
        "Die Gesamtmiete beträgt 2.025,00 € im Monat.",
        "Mietvertrag Leopoldstraße 78",
      ),
    ).toBe("2.025,00 €");
  });

  test("finds umlauts that are written with an e, and the value after its own label", () => {
    const text =
      "Kaltmiete: 1.650,00 EUR / Monat\nGesamtmiete: 2.025,00 EUR / Monat\nStellplatz: 95,00 EUR";
    expect(answer("Wie hoch ist die Gesamtmiete?", text)).toBe("2.025,00 EUR");
    expect(
      answer("Wie lange ist die Kündigungsfrist?", "Die Kuendigungsfrist betraegt 3 Monate."),
    ).toBe("3 Monate");
  });

  test("is not answered by a sentence about something else, or without what it asks for", () => {
    expect(answer("Wie hoch ist die Kaution?", "Die Gesamtmiete beträgt 2.025,00 €.")).toBeNull();
    expect(answer("Wann endet der Vertrag?", "Der Vertrag endet durch Kündigung.")).toBeNull();
    expect(
      answer(
        "Wie hoch ist die Provision?",
        "The provisions of Sections 10 and 11 of this Agreement survive it.",
      ),
    ).toBeNull();
    expect(answer("Combien coûte la livraison à Lyon ?", "La livraison coûte 12 €.")).toBeNull();
  });
});

test("a label or a heading that repeats the question says no more than it", () => {
  expect(
    sayingMore("Combien reste-t-il sur la facture FA-2017-0010 ?")(
      "Invoice number: FA-2017-0010",
      "facture",
    ),
  ).toBe(false);
  expect(sayingMore("did the amendment change it?")("Amendment No. 1", "Amendment 1")).toBe(false);
  expect(sayingMore("How much is the rent?")("The rent is 850 euros.", "Lease")).toBe(true);
});
