import { readFileSync } from "node:fs";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { tableGrid } from "@besunny/document-model/table-grid";
import { describe, expect, test } from "vitest";
import {
  aCiiInvoice,
  aFacturae,
  aFatturaPa,
  aUblInvoice,
  aZugferdOneInvoice,
  ublLine,
} from "../../../test/invoice-files";
import { readBytes } from "../../../test/read-bytes";

const read = (xml: string) => readBytes(xml, "invoice.xml");

/** Facts by name, each proven by the words at its span. */
function factsOf({ facts = [], text }: ParsedDocument): Record<string, string> {
  for (const { span, value } of facts)
    expect(span && text.slice(...span).replace(/\s/g, "")).toBe(value.replace(/\s/g, ""));
  return Object.fromEntries(facts.map(({ name, value }) => [name, value]));
}

function tablesOf({ blocks }: ParsedDocument): string[][][] {
  return blocks.flatMap(({ cells }) =>
    cells ? [tableGrid(cells).map((row) => row.map((cell) => cell?.text ?? ""))] : [],
  );
}

describe("UBL", () => {
  test("states its facts with the element of each", async () => {
    const document = await read(aUblInvoice());

    expect(factsOf(document)).toEqual({
      "invoice number": "TW-77",
      "invoice date": "2026-03-04",
      "due date": "2026-04-03",
      "order number": "PO-9",
      supplier: "Timber Works GmbH",
      "supplier VAT number": "DE123456789",
      customer: "Bridge Office",
      subtotal: "EUR 1000.00",
      tax: "EUR 190.00",
      total: "EUR 1190.00",
      "amount due": "EUR 1190.00",
      IBAN: "DE02120300000000202051",
    });
    expect(document.facts?.find(({ name }) => name === "total")?.element).toBe(
      "/Invoice/LegalMonetaryTotal/TaxInclusiveAmount",
    );
    expect(document.metadata.title).toBe("Invoice TW-77");
    expect(document.warnings).toEqual([]);
  });

  test("becomes tables with numbers, and codes become words", async () => {
    const document = await read(aUblInvoice());

    expect(tablesOf(document)).toEqual([
      [
        [
          "No.",
          "Item",
          "Quantity",
          "Unit",
          "Unit price (EUR)",
          "VAT category",
          "VAT rate",
          "Net amount (EUR)",
        ],
        ["1", "Oak beam", "40", "piece", "20.00", "Standard rate (S)", "19 %", "800.00"],
        ["2", "Fitting", "4", "hour", "50.00", "Standard rate (S)", "19 %", "200.00"],
      ],
      [
        ["Category", "Rate", "Taxable amount (EUR)", "VAT amount (EUR)"],
        ["Standard rate (S)", "19 %", "1000.00", "190.00"],
      ],
    ]);
    const numbers = document.blocks.flatMap(({ cells = [] }) => cells.map(({ number }) => number));
    expect(numbers).toEqual(expect.arrayContaining([800, 200, 0.19, 190]));
    expect(document.text).toContain("Address: Mill Lane 4, 89073 Ulm, Germany");
    expect(document.text).toContain("Means of payment: SEPA credit transfer (58)");
    expect(document.text).toContain("Profile: XRechnung 3.0");
    expect(document.text).not.toContain("urn:");
  });

  test("is a credit note by its root or by its code", async () => {
    const byRoot = await read(aUblInvoice({ root: "CreditNote", head: "" }));
    const byCode = await read(
      aUblInvoice({ head: "<cbc:InvoiceTypeCode>381</cbc:InvoiceTypeCode>" }),
    );

    for (const document of [byRoot, byCode]) {
      expect(document.metadata.title).toBe("Credit note TW-77");
      expect(factsOf(document)).toMatchObject({ "credit note number": "TW-77" });
    }
  });

  test("takes the person for the buyer where no firm is named", async () => {
    const firm = "<cac:PartyName><cbc:Name>Bridge Office</cbc:Name></cac:PartyName>";
    const person =
      "<cac:Person><cbc:FirstName>Ada</cbc:FirstName><cbc:FamilyName>Weaver</cbc:FamilyName></cac:Person>";
    const document = await read(aUblInvoice().replace(firm, person));

    expect(factsOf(document)).toMatchObject({ customer: "Ada Weaver" });
    expect(document.text).not.toContain("Further details");
  });

  test("is found in an envelope of Peppol", async () => {
    const [, inner = ""] = aUblInvoice().split("?>\n");
    const document = await read(
      `<StandardBusinessDocument xmlns="urn:sbdh"><StandardBusinessDocumentHeader><HeaderVersion>1.0</HeaderVersion></StandardBusinessDocumentHeader>${inner}</StandardBusinessDocument>`,
    );

    expect(factsOf(document)).toMatchObject({ "invoice number": "TW-77" });
  });

  test("gives up its embedded files as attachments and keeps base64 out of the text", async () => {
    const pdf = Buffer.from("%PDF-1.4 a small timesheet").toString("base64");
    const tail = `<cac:AdditionalDocumentReference><cbc:ID>TS-3</cbc:ID><cbc:DocumentDescription>Timesheet</cbc:DocumentDescription><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="timesheet.pdf">${pdf}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`;
    let attached = "";
    const document = await readBytes(aUblInvoice({ tail }), "invoice.xml", {
      keep: async ({ attachments }) => {
        attached = readFileSync(attachments[0]?.path ?? "", "utf8");
      },
    });

    expect(attached).toBe("%PDF-1.4 a small timesheet");
    expect(document.attachments).toMatchObject([
      { fileName: "timesheet.pdf", mediaType: "application/pdf" },
    ]);
    expect(document.text).toContain("Supporting document: TS-3, Timesheet");
    expect(document.text).not.toContain(pdf.slice(0, 12));
  });

  test("tells sums that its parts contradict, and marks the cell", async () => {
    const document = await read(
      aUblInvoice({ lines: ublLine("1", "Oak beam", "40", "20.00", "900.00") }),
    );

    expect(document.warnings).toEqual([
      "The lines add up to EUR 900.00, but the invoice states EUR 1000.00.",
      "Line 1: quantity and price give 800.00, but the net amount is 900.00.",
    ]);
    const doubts = document.blocks.flatMap(({ cells = [] }) => cells.filter(({ doubt }) => doubt));
    expect(doubts.map(({ text }) => text)).toEqual(["900.00"]);
  });

  test("keeps what no section has a place for", async () => {
    const tail =
      "<cac:DeliveryTerms><cbc:SpecialTerms>Free at the quay</cbc:SpecialTerms></cac:DeliveryTerms>";
    const { text } = await read(aUblInvoice({ tail }));

    expect(text).toContain("Further details\n\nDelivery terms, Special terms: Free at the quay");
  });
});

test("an amount in an invalid notation is kept as text", async () => {
  const { text } = await read(aUblInvoice().replaceAll(">1190.00<", ">1.190,00<"));

  expect(text).toContain("Legal monetary total, Payable amount: 1.190,00 EUR");
});

test("lines within lines and groups are rows, but in no sum", async () => {
  const part = ublLine("1.1", "Bolt", "2", "5.00", "10.00").replaceAll(
    "InvoiceLine",
    "SubInvoiceLine",
  );
  const whole = ublLine("1", "Oak beam", "40", "25.00", "1000.00");
  const nested = whole.replace("</cac:InvoiceLine>", `${part}</cac:InvoiceLine>`);
  const ubl = await read(aUblInvoice({ lines: nested }));
  const group = aCiiInvoice().replace(
    /(<ram:IncludedSupplyChainTradeLineItem>.*<\/ram:IncludedSupplyChainTradeLineItem>)/,
    (line) =>
      line.replace(
        "<ram:LineID>1</ram:LineID>",
        "<ram:LineID>0</ram:LineID><ram:LineStatusReasonCode>GROUP</ram:LineStatusReasonCode>",
      ) + line,
  );
  const cii = await read(group);

  expect(tablesOf(ubl)[0]?.map(([id]) => id)).toEqual(["No.", "1", "1.1"]);
  expect(tablesOf(cii)[0]?.map(([id]) => id)).toEqual(["No.", "0", "1"]);
  expect([ubl.warnings, cii.warnings]).toEqual([[], []]);
});

describe("CII", () => {
  const facts = {
    "invoice number": "C-2026-5",
    "invoice date": "2026-03-15",
    "due date": "2026-04-14",
    supplier: "Weaver GmbH",
    customer: "Client AG",
    total: "EUR 1428.00",
    IBAN: "DE02120300000000202051",
  };

  test.each([
    ["urn:cen.eu:en16931:2017", "EN 16931"],
    [
      "urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended",
      "Factur-X / ZUGFeRD 2, profile EXTENDED",
    ],
    [
      "urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic",
      "Factur-X / ZUGFeRD 2, profile BASIC",
    ],
  ])("of the profile %s is read with its line", async (profile, name) => {
    const document = await read(aCiiInvoice(profile));

    expect(factsOf(document)).toMatchObject(facts);
    expect(document.text).toContain(`Profile: ${name}`);
    expect(tablesOf(document)[0]?.[1]).toEqual([
      "1",
      "Consulting",
      "10",
      "hour",
      "120",
      "Standard rate (S)",
      "19 %",
      "1200.00",
    ]);
    expect(document.text).toContain("Regulatory information: Managed by a court.");
    expect(document.warnings).toEqual([]);
  });

  test.each(["urn:factur-x.eu:1p0:minimum", "urn:factur-x.eu:1p0:basicwl"])(
    "without lines (%s) is complete",
    async (profile) => {
      const document = await read(aCiiInvoice(profile, false));

      expect(factsOf(document)).toMatchObject(facts);
      expect(document.text).not.toContain("Lines");
      expect(document.warnings).toEqual([]);
    },
  );

  test("of a test run is told apart", async () => {
    const indicator = "<ram:TestIndicator><udt:Indicator>true</udt:Indicator></ram:TestIndicator>";
    const xml = (value: string) =>
      aCiiInvoice().replace("<ram:Guideline", `${indicator.replace("true", value)}<ram:Guideline`);

    expect((await read(xml("true"))).text).toContain("Test invoice: yes");
    expect((await read(xml("false"))).text).toBe((await read(aCiiInvoice())).text);
  });

  test("of ZUGFeRD 1.0 is read the same way", async () => {
    const document = await read(aZugferdOneInvoice());

    expect(factsOf(document)).toMatchObject(facts);
    expect(tablesOf(document)).toEqual(tablesOf(await read(aCiiInvoice())));
    expect(document.text).toContain("Profile: ZUGFeRD 1.0, profile COMFORT");
  });
});

describe("FatturaPA", () => {
  test("is read with its parties, codes in words and attachment", async () => {
    const document = await read(aFatturaPa());

    expect(factsOf(document)).toEqual({
      "invoice number": "12/A",
      "invoice date": "2026-01-18",
      "due date": "2026-02-18",
      supplier: "Ada Bianchi",
      "supplier VAT number": "IT01234567890",
      customer: "Beta Srl",
      "customer VAT number": "IT09876543210",
      subtotal: "EUR 100.00",
      tax: "EUR 22.00",
      total: "EUR 122.00",
      "amount due": "EUR 100.00",
      IBAN: "IT60X0542811101000000123456",
    });
    expect(document.text).toContain("Means of payment: Bank transfer (MP05)");
    expect(document.text).toContain("Split payment: the buyer pays the VAT to the state (S)");
    expect(document.attachments).toMatchObject([{ fileName: "ore.txt", mediaType: "text/plain" }]);
    expect(document.warnings).toEqual([]);
  });

  test("of the simplified kind has its goods as lines and its total from them", async () => {
    const document = await read(
      `<p:FatturaElettronicaSemplificata xmlns:p="urn:s"><FatturaElettronicaHeader><CedentePrestatore><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>01234567890</IdCodice></IdFiscaleIVA><Denominazione>Alfa Srl</Denominazione></CedentePrestatore><CessionarioCommittente><IdentificativiFiscali><CodiceFiscale>BNCDAA80A01H501X</CodiceFiscale></IdentificativiFiscali></CessionarioCommittente></FatturaElettronicaHeader><FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>TD07</TipoDocumento><Divisa>EUR</Divisa><Data>2026-01-20</Data><Numero>9</Numero></DatiGeneraliDocumento></DatiGenerali><DatiBeniServizi><Descrizione>Chiodi</Descrizione><Importo>12.20</Importo><DatiIVA><Aliquota>22.00</Aliquota></DatiIVA></DatiBeniServizi></FatturaElettronicaBody></p:FatturaElettronicaSemplificata>`,
    );

    expect(factsOf(document)).toMatchObject({
      "invoice number": "9",
      supplier: "Alfa Srl",
      total: "EUR 12.20",
    });
    expect(document.metadata.title).toBe("Simplified invoice 9");
    expect(tablesOf(document)[0]).toEqual([
      ["Item", "VAT rate", "Net amount (EUR)"],
      ["Chiodi", "22 %", "12.20"],
    ]);
    expect(document.warnings).toEqual([]);
  });

  test("gives one invoice for each body", async () => {
    const { facts = [], blocks, text } = await read(aFatturaPa(["1", "2"], "TD04"));

    const numbers = facts.filter(({ name }) => name === "credit note number");
    expect(numbers.map(({ value }) => value)).toEqual(["1", "2"]);
    expect(
      blocks.filter(({ kind }) => kind === "title").map(({ span }) => text.slice(...span)),
    ).toEqual(["Credit note 1", "Credit note 2"]);
  });
});

test("Facturae is read with withheld tax, and its signature is no text", async () => {
  const document = await read(aFacturae());

  expect(factsOf(document)).toMatchObject({
    "invoice number": "2026 31",
    "invoice date": "2026-05-02",
    "due date": "2026-06-01",
    supplier: "Maderas SL",
    "customer VAT number": "A87654321",
    total: "EUR 212.00",
    IBAN: "ES9121000418450200051332",
  });
  expect(tablesOf(document)[0]).toEqual([
    ["No.", "Item", "Quantity", "Unit", "Unit price (EUR)", "Net amount (EUR)"],
    ["1", "Vigas", "8.0", "unit", "25", "200.00"],
  ]);
  expect(document.text).toContain("Income tax (IRPF) (04), withheld");
  expect(document.text).not.toMatch(/[A-Za-z0-9+/]{60}/);
  expect(document.warnings).toEqual([]);
});

test("an element named Invoice of another vocabulary is data as before", async () => {
  const { facts, text } = await read("<Invoice><Ref>7</Ref><Sum>12</Sum></Invoice>");

  expect(facts).toBeUndefined();
  expect(text).toContain("Sum: 12");
});
