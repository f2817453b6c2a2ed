import type { StatedFact } from "@besunny/document-model/parsed-document";
import { describe, expect, test } from "vitest";
import { billFields, contractFields } from "../../../test/fields";
import type { DocumentInput, Fact } from "../../ai";
import { conventionsOf } from "../entities/conventions";
import { findFacts } from "./find-facts";

type Given = { language?: string } & Partial<Pick<DocumentInput, "pieces" | "statedFacts">>;

function factsOf(
  text: string,
  { language = "en", ...more }: Given = {},
  fields = billFields,
): Fact[] {
  const document = {
    title: "",
    fileName: "",
    format: "pdf",
    text,
    blocks: [],
    pageCount: 1,
    metadata: {},
    ...more,
  };
  const found = findFacts(document, fields, conventionsOf(text, language));
  for (const { evidence } of found)
    for (const [start, end] of evidence) expect(text.slice(start, end).trim()).not.toBe("");
  return found;
}

function values(...given: Parameters<typeof factsOf>): Record<string, string> {
  return Object.fromEntries(factsOf(...given).map(({ name, value }) => [name, value]));
}

describe("findFacts in bills", () => {
  test("freight between the net sum and the total is no mistake", () => {
    const found = factsOf(
      "Subtotal: USD 100.00\nTax: USD 19.00\nShipping: USD 6.00\nTotal: USD 125.00",
    );
    expect(found.find(({ name }) => name === "total")).toMatchObject({ normalised: "USD 125" });
    expect(found.flatMap(({ problems = [] }) => problems)).toEqual([]);
    expect(
      factsOf("Subtotal: USD 100.00\nTax: USD 19.00\nTotal: USD 125.00").flatMap(
        ({ problems = [] }) => problems,
      ),
    ).toContain("sum-mismatch");
  });

  test("whom an invoice is addressed to did not send it", () => {
    expect(
      values(
        "Elektro Brandt e.K. · Lützner Straße 44, 04177 Leipzig\n\nTo: Finch Coffee Roasters GmbH, Karlstraße 85\n\nInvoice EB-1188\nTotal: EUR 8.00",
      ).supplier,
    ).toBe("Elektro Brandt e.K.");
  });

  test("the title of a paper, the head of a column and a serial number are no supplier", () => {
    expect(
      values("Repair Estimate\nSupplier: QEM-EU-2024-001\nTotal: USD 5.00"),
    ).not.toHaveProperty("supplier");
    expect(values("Bill to: Ship To\nTotal: USD 5.00")).not.toHaveProperty("customer");
  });

  test("reads what stands behind labels, on the line, apart on it, or below", () => {
    expect(
      values(
        "Invoice number: 2024-118     Invoice date: 14 February 2024\nDue date\n15 March 2024\nTotal due   EUR 332.75",
      ),
    ).toMatchObject({
      "invoice number": "2024-118",
      "invoice date": "2024-02-14",
      "due date": "2024-03-15",
      total: "EUR 332.75",
    });
  });

  test("reads labels in German and French, and gives a sum the one currency of the document", () => {
    expect(
      values(
        "Rechnungs-Nr.: R-309\nRechnungsdatum: 04.11.2022\nNettobetrag 1.454,50 €\nGesamtbetrag   1.730,86",
        {
          language: "de",
        },
      ),
    ).toMatchObject({
      "invoice number": "R-309",
      "invoice date": "2022-11-04",
      total: "EUR 1730.86",
    });
    expect(
      values("Facture n°562044387 du 02 Juillet 2015\nNet à payer 1 848,00 €", { language: "fr" }),
    ).toMatchObject({
      "invoice number": "562044387",
      "invoice date": "2015-07-02",
      total: "EUR 1848",
    });
  });

  test("reads a value below the head of its column by the places of words", () => {
    const text = "Invoice Date: Due Date:\n03/20/2023 04/25/2023";
    const at = (words: string, x: number, y: number) => {
      const start = text.indexOf(words);
      const box: [number, number, number, number] = [x, y, words.length * 6, 11];
      return { span: [start, start + words.length] as [number, number], page: 1, box };
    };
    const pieces = [
      at("Invoice Date:", 30, 100),
      at("Due Date:", 214, 100),
      at("03/20/2023", 30, 116),
      at("04/25/2023", 214, 116),
    ];
    expect(values(text, { pieces })).toMatchObject({
      "invoice date": "2023-03-20",
      "due date": "2023-04-25",
    });
  });

  test("takes no blank of a form for a value, and no total without tax for the total", () => {
    expect(values("Customer: ________\nDue date: __/__/____\nTotal (excl. VAT): USD 5.00")).toEqual(
      {},
    );
  });

  test("names the seller by its letterhead, not the buyer", () => {
    const text =
      "Alder Metals GmbH\nHafenstraße 3, 20457 Hamburg\n\nBill to:\nNorthwind Foods Ltd\n\nInvoice 2024-118\nTotal due EUR 12.00";
    expect(values(text)).toMatchObject({
      supplier: "Alder Metals GmbH",
      customer: "Northwind Foods Ltd",
    });
  });

  test("takes for the total what was given less the change, and a date beside the time", () => {
    const text =
      "GREEN CORNER MART\n25/12/2018 8:13 PM\nCoffee  9.02\nTotal  9.02\nRounding  -0.02\nTotal  9.00\nCash  10.00\nChange  1.00";
    expect(values(text)).toMatchObject({
      supplier: "GREEN CORNER MART",
      "invoice date": "2018-12-25",
      total: "9.00",
      "payment method": "cash",
    });
  });

  test("believes a field of the file before the words around it", () => {
    const text = "Invoice number: 7\nTotal due   EUR 332.75\nIBAN: DE02120300000000202051";
    const at = text.indexOf("DE02");
    const statedFacts = [
      { name: "total", value: "EUR 323.75", element: "/Invoice/Total", file: "a.xml" },
      { name: "IBAN", value: text.slice(at), element: "/Invoice/IBAN", span: [at, text.length] },
    ] satisfies StatedFact[];
    expect(values(text, { statedFacts })).toMatchObject({
      "invoice number": "7",
      total: "EUR 323.75",
      IBAN: "DE02120300000000202051",
    });
  });
});

describe("checks", () => {
  const marked = (...given: Parameters<typeof factsOf>) =>
    Object.fromEntries(factsOf(...given).map(({ name, problems }) => [name, problems]));

  test("sums that do not add up, a due date before the invoice and a wrong IBAN are marked and less sure", () => {
    const found = factsOf(
      "Invoice date: 14 March 2024\nDue date: 15 February 2024\nNet: EUR 100.00\nVAT: EUR 20.00\nTotal: EUR 130.00\nIBAN: DE02120300000000202052\nVAT number: DE123456789",
    );
    expect(Object.fromEntries(found.map(({ name, problems }) => [name, problems]))).toEqual({
      "invoice date": undefined,
      "due date": ["before-start"],
      subtotal: ["sum-mismatch"],
      tax: ["sum-mismatch"],
      total: ["sum-mismatch"],
      IBAN: ["invalid-iban"],
      "supplier VAT number": ["invalid-vat-number"],
    });
    for (const { problems, confidence } of found)
      if (problems) expect(confidence).toBeLessThan(0.6);
  });

  test("right values are marked with nothing", () => {
    expect(
      marked(
        "Net: EUR 100.00\nVAT: EUR 20.00\nTotal: EUR 120.00\nIBAN: DE02 1203 0000 0000 2020 51\nVAT number: DE 232 446 240",
      ),
    ).toEqual({
      subtotal: undefined,
      tax: undefined,
      total: undefined,
      IBAN: undefined,
      "supplier VAT number": undefined,
    });
  });

  test("a date whose day and month could be swapped keeps its words and is marked", () => {
    const [date] = factsOf("Due date: 03/04/2024");
    expect(date).toMatchObject({ value: "03/04/2024", problems: ["ambiguous-date"] });
    expect(date?.normalised).toBeUndefined();
  });

  test("values that contradict each other are all shown and marked", () => {
    const due = factsOf("Due date: 3 May 2024\nDue date: 4 May 2024").map(
      ({ value, isContradicted }) => [value, isContradicted],
    );
    expect(due).toEqual([
      ["2024-05-03", true],
      ["2024-05-04", true],
    ]);
  });
});

describe("findFacts in agreements", () => {
  const contract = (text: string, language = "en") => factsOf(text, { language }, contractFields);
  const said = (text: string, language = "en") =>
    contract(text, language).map(({ name, value }) => [name, value]);

  test("reads parties, dates, term, renewal, notice and law from the sentences, and computes the end", () => {
    const text =
      'SERVICES AGREEMENT\nThis Agreement is made as of March 1, 2023 (the "Effective Date") by and between Orion Software, Inc., a Delaware corporation with offices at 4 Elm Street, Dayton, Ohio 45402 ("Orion"), and Kestrel Insurance plc ("Client").\n' +
      "1. Term. The initial term of this Agreement shall commence on the Effective Date and continue for a period of three (3) years. It shall automatically renew for successive one (1) year periods unless either party gives notice of non-renewal at least ninety (90) days before the end of the term.\n" +
      "2. Either party may terminate this Agreement without cause upon thirty (30) days' prior written notice.\n" +
      "3. This Agreement is governed by the laws of the State of New York.";
    expect(said(text)).toEqual([
      ["party", "Orion Software, Inc."],
      ["party", "Kestrel Insurance plc"],
      ["agreement date", "2023-03-01"],
      ["effective date", "2023-03-01"],
      ["end date", "2026-03-01"],
      ["term", "3 years"],
      ["renewal", "1 year"],
      ["notice period", "90 days"],
      ["termination notice", "30 days"],
      ["governing law", "New York"],
    ]);
    const end = contract(text).find(({ name }) => name === "end date");
    expect(end?.isComputed).toBe(true);
    expect(end?.evidence.map((span) => text.slice(...span))).toEqual([
      "three (3) years",
      "March 1, 2023",
    ]);
  });

  test("finds the end of a lease behind its start, and an end that is not stated", () => {
    const lease =
      "LEASE AGREEMENT\nThis lease is made between Hartwell Properties Ltd and Brightside Bakery Ltd.\nTerm: The lease runs from 1 January 2026 to 31 December 2027.";
    expect(said(lease)).toEqual(
      expect.arrayContaining([
        ["effective date", "2026-01-01"],
        ["end date", "2027-12-31"],
      ]),
    );
    expect(
      said(
        "Zwischen der Hausverwaltung Lindner GmbH und der Bäckerei Sommer GmbH wird folgender Mietvertrag geschlossen. Die Mietzeit läuft vom 1. Februar 2026 bis zum 31. Januar 2029.",
        "de",
      ),
    ).toEqual([
      ["party", "Hausverwaltung Lindner GmbH"],
      ["party", "Bäckerei Sommer GmbH"],
      ["effective date", "2026-02-01"],
      ["end date", "2029-01-31"],
    ]);
    expect(
      said("This Agreement shall remain in full force and effect for an indefinite term."),
    ).toContainEqual(["end date", "no end stated"]);
  });

  test("computes no end from an event whose day is not known", () => {
    const text =
      'This Agreement is made as of March 1, 2023 (the "Effective Date"). The term of this Agreement shall continue for two (2) years following the launch of the Service.';
    expect(said(text)).not.toContainEqual(["end date", expect.anything()]);
    expect(said(text)).toContainEqual(["term", "2 years"]);
  });
});

test("the number of a clause below a label is no sum", () => {
  const rent = {
    name: "rent",
    label: "Rent",
    kind: "money",
    meaning: "",
    labels: ["rent"],
  } as const;
  const text = "Rent\n4. Heating costs\nThe deposit is €12,300.00.";
  expect(factsOf(text, {}, [rent]).map(({ normalised }) => normalised)).not.toContain("EUR 4");
});
