import { describe, expect, test } from "vitest";
import { aRawPdf, aStream } from "../../../test/a-raw-pdf";
import { aCiiInvoice } from "../../../test/invoice-files";
import { readBytes } from "../../../test/read-bytes";

const names = "/Names << /EmbeddedFiles << /Names [(factur-x.xml) 6 0 R] >> >>";
const associated = "/AF [6 0 R]";

/** A PDF that prints the lines and carries the invoice, named by the given entry of its catalog. */
function aHybrid(lines: string[], catalog = `${names} ${associated}`): Buffer {
  const shown = lines.map((line, index) => `1 0 0 1 50 ${700 - 30 * index} Tm (${line}) Tj`);
  return aRawPdf(`BT /F1 12 Tf ${shown.join(" ")} ET`, {
    catalog,
    objects: [
      "<< /Type /Filespec /F (factur-x.xml) /UF (factur-x.xml) /AFRelationship /Alternative /EF << /F 7 0 R /UF 7 0 R >> >>",
      aStream(aCiiInvoice(), "/Type /EmbeddedFile /Subtype /text#2Fxml"),
    ],
  });
}

const printed = [
  "Weaver GmbH, Main Street 1, 10115 Berlin. We thank you for your order and the good work.",
  "Invoice no. C-2026-5 of 15 March 2026 for Client AG",
  "Total 1.428,00 EUR, payable to DE02 1203 0000 0000 2020 51",
];

describe("a PDF with an e-invoice in it", () => {
  test("has its facts from the XML, each at the place where the page shows it", async () => {
    const { facts = [], text, warnings, attachments } = await readBytes(aHybrid(printed), "a.pdf");

    const shown = Object.fromEntries(
      facts.map(({ name, value, span }) => [name, [value, span ? text.slice(...span) : null]]),
    );
    expect(shown).toMatchObject({
      "invoice number": ["C-2026-5", "C-2026-5"],
      "invoice date": ["2026-03-15", "15 March 2026"],
      "due date": ["2026-04-14", null],
      supplier: ["Weaver GmbH", "Weaver GmbH"],
      total: ["EUR 1428.00", "1.428,00"],
      IBAN: ["DE02120300000000202051", "DE02 1203 0000 0000 2020 51"],
    });
    expect(facts[0]).toMatchObject({
      file: "factur-x.xml",
      element: "/CrossIndustryInvoice/ExchangedDocument/ID",
    });
    expect(warnings).toEqual([]);
    expect(attachments).toMatchObject([{ fileName: "factur-x.xml", mediaType: "text/xml" }]);
  });

  test.each([
    ["total", "1.428,00", "1.482,00", ["the total EUR 1428.00", "the amount due EUR 1428.00"]],
    ["number", "C-2026-5", "C-2026-6", ["the invoice number C-2026-5"]],
    ["date", "15 March", "16 March", ["the invoice date 2026-03-15"]],
    ["IBAN", "2020 51", "2020 52", ["the IBAN DE02120300000000202051"]],
  ])("tells that the page contradicts its %s", async (_, from, to, told) => {
    const lines = printed.map((line) => line.replace(from, to));
    const { warnings } = await readBytes(aHybrid(lines), "a.pdf");

    expect(warnings).toEqual(
      told.map(
        (what) =>
          `The invoice in factur-x.xml states ${what}, but the printed pages do not show it.`,
      ),
    );
  });

  test.each(["1428.00", "1,428.00", "1 428,00", "1'428.00", "1428,-", "EUR1428"])(
    "knows the total in the notation %s",
    async (total) => {
      const lines = printed.map((line) => line.replace("1.428,00", total));
      expect((await readBytes(aHybrid(lines), "a.pdf")).warnings).toEqual([]);
    },
  );

  test.each([
    "2026-03-15",
    "15.03.2026",
    "15.3.26",
    "03/15/2026",
    "March 15th, 2026",
    "15. marzo 2026",
  ])("knows the date in the form %s", async (date) => {
    const lines = printed.map((line) => line.replace("15 March 2026", date));
    expect((await readBytes(aHybrid(lines), "a.pdf")).warnings).toEqual([]);
  });

  test.each([
    ["the document", associated, ""],
    ["a page", "", associated],
  ])("is found where only /AF of %s names the file", async (_, catalog, page) => {
    const pdf = aHybrid(printed, catalog);
    const bytes = Buffer.from(
      pdf.toString("latin1").replace("/Resources", `${page} /Resources`),
      "latin1",
    );
    const { facts = [], attachments } = await readBytes(bytes, "a.pdf");

    expect(attachments).toMatchObject([{ fileName: "factur-x.xml" }]);
    expect(facts[0]?.value).toBe("C-2026-5");
  });
});

test("a date that is none and a number full of signs harm nothing", async () => {
  const xml = aCiiInvoice().replace("20260315", "soon (*+?)").replace("C-2026-5", "[(C\\u{5}");
  const bytes = Buffer.from(
    aHybrid(printed).toString("latin1").replace(aCiiInvoice(), xml),
    "latin1",
  );
  const { facts = [] } = await readBytes(bytes, "a.pdf");

  expect(facts.slice(0, 2).map(({ value }) => value)).toEqual(["[(C\\u{5}", "soon (*+?)"]);
});

test("a PDF without an e-invoice states no facts", async () => {
  const { facts } = await readBytes(aRawPdf("BT /F1 12 Tf 50 700 Td (Invoice 7) Tj ET"), "a.pdf");
  expect(facts).toBeUndefined();
});
