import { describe, expect, test } from "vitest";
import { findConcepts } from "./find-concepts";

const found = (text: string, blocks: Parameters<typeof findConcepts>[0]["blocks"] = []) =>
  findConcepts({ text, blocks }).map(({ concept, zone, span }) => [
    concept,
    zone,
    text.slice(...span),
  ]);

describe("findConcepts", () => {
  test.each([
    ["Rechnung\n\nBetrag", "invoice", "top", "Rechnung"],
    ["RECHNUNG NR. 4711\n\nBetrag", "invoice number", "top", "RECHNUNG NR"],
    ["Mietvertrag\n\nüber eine Wohnung", "contract", "top", "Mietvertrag"],
    ["Compte-rendu de réunion\n\ndu 3 mai", "meeting minutes", "top", "Compte-rendu de réunion"],
    ["Umowa najmu\n\nzawarta w dniu", "contract", "top", "Umowa najmu"],
  ])("finds the title of %j", (text, concept, zone, quote) => {
    expect(found(text)).toContainEqual([concept, zone, quote]);
  });

  test("a label is told from the same words in a sentence", () => {
    const filler = "a line without any meaning at all\n".repeat(16);
    expect(found(`${filler}Invoice number: 4711`)).toContainEqual([
      "invoice number",
      "label",
      "Invoice number",
    ]);
    expect(found(`${filler}Please state the invoice number when you pay the sum`)).toContainEqual([
      "invoice number",
      "text",
      "invoice number",
    ]);
  });

  test("short connecting words count as labels only", () => {
    expect(found("He went from here to there and back again on a long way")).toEqual([]);
    expect(found("From: a person\nTo: another").map(([concept]) => concept)).toContain(
      "mail header",
    );
  });

  test("words are whole", () => {
    expect(
      found("The billboard was voiced and receipted").map(([concept]) => concept),
    ).not.toContain("invoice");
  });

  test("case, marks and hyphens do not matter", () => {
    expect(found("FACTURÉ À\nDupont").map(([concept]) => concept)).toContain("bill to");
  });
});
