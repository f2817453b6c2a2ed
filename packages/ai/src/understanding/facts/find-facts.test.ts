import type { StatedFact } from "@besunny/document-model/parsed-document";
import { describe, expect, test } from "vitest";
import { conventionsOf } from "./entities/conventions";
import { findFacts } from "./facts";

function facts(text: string, language = "en", statedFacts: StatedFact[] = []) {
  const document = {
    title: "",
    fileName: "",
    format: "pdf",
    text,
    blocks: [],
    pageCount: 1,
    metadata: {},
    statedFacts,
  };
  const found = findFacts({ document }, conventionsOf(text, language));
  for (const { evidence } of found)
    for (const [start, end] of evidence) expect(text.slice(start, end)).not.toBe("");
  return Object.fromEntries(found.map(({ name, value }) => [name, value]));
}

describe("findFacts", () => {
  test("reads what stands behind labels, on the line, apart on it, or below", () => {
    expect(
      facts(
        "Invoice number: 2024-118     Invoice date: 14 February 2024\nDue date\n15 March 2024\nTotal due   EUR 332.75",
      ),
    ).toMatchObject({
      "invoice number": "2024-118",
      "invoice date": "2024-02-14",
      "due date": "2024-03-15",
      total: "EUR 332.75",
    });
  });

  test("reads German and French labels", () => {
    expect(
      facts("Rechnungsnummer: R-309\nRechnungsdatum: 04.11.2022\nGesamtbetrag   1.730,86", "de"),
    ).toMatchObject({
      "invoice number": "R-309",
      "invoice date": "2022-11-04",
      total: "1.730,86",
    });
    expect(
      facts("Facture n°562044387 du 02 Juillet 2015\nNet à payer 1 848,00 €", "fr"),
    ).toMatchObject({
      "invoice number": "562044387",
      "invoice date": "2015-07-02",
      total: "EUR 1848",
    });
  });

  test("reads parties, date and law of an agreement from its phrases", () => {
    const text =
      "SERVICES AGREEMENT\nThis Agreement is made on 1 March 2023 between Orion Software, Inc. and Kestrel Insurance plc.\n" +
      "This Agreement is governed by the laws of England and Wales.";
    expect(facts(text)).toMatchObject({
      "effective date": "2023-03-01",
      "governing law": "England and Wales",
    });
    expect(Object.values(facts(text))).toContain("Kestrel Insurance plc");
  });

  test("believes a field of the file before the words around it", () => {
    const text = "Invoice number: 7\nTotal due   EUR 332.75\nIBAN: DE02120300000000202051";
    const at = text.indexOf("DE02");
    expect(
      facts(text, "en", [
        { name: "total", value: "EUR 323.75", element: "/Invoice/Total", file: "a.xml" },
        { name: "IBAN", value: text.slice(at), element: "/Invoice/IBAN", span: [at, text.length] },
      ]),
    ).toEqual({
      "invoice number": "7",
      total: "EUR 323.75",
      IBAN: "DE02120300000000202051",
    });
  });

  test("takes no blank of a form for a value", () => {
    expect(facts("Nationality: ________\nDate of birth: __/__/____\nStatus: ..........")).toEqual(
      {},
    );
  });
});
