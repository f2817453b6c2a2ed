import { expect, test } from "vitest";
import { aCiiInvoice, aUblInvoice, ublLine } from "../../../test/invoice-files";
import { readBytes } from "../../../test/read-bytes";
import { descendants, elements, parseXml } from "../../xml/xml";
import { findInvoices } from "./find-invoices";
import { createLineFolder } from "./fold-lines";

test.each([
  ["UBL", aUblInvoice(), "InvoiceLine"],
  ["a credit note", aUblInvoice({ root: "CreditNote" }), "CreditNoteLine"],
  ["CII", aCiiInvoice(), "IncludedSupplyChainTradeLineItem"],
])("lines of %s leave the tree while it is parsed, and are the same lines", (_, xml, name) => {
  const { folded, ended } = createLineFolder();
  const root = parseXml(xml, ended);

  const lines = descendants(root, name);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.flatMap((line) => elements(line))).toEqual([]);
  const [whole] = findInvoices(parseXml(xml), new Map());
  const inTree = whole?.lines.map(({ details, id, name: item, isPart, net }) => ({
    details,
    id,
    item,
    isPart,
    net: net?.number,
  }));
  const [short] = findInvoices(root, folded);
  expect(
    short?.lines.map(({ details, id, name: item, isPart, net }) => ({
      details,
      id,
      item,
      isPart,
      net: net?.number,
    })),
  ).toEqual(inTree);
});

test("other XML with an element InvoiceLine keeps its words", async () => {
  const { folded, ended } = createLineFolder();
  const root = parseXml("<Invoice><InvoiceLine><Text>oak</Text></InvoiceLine></Invoice>", ended);
  expect(folded.size).toBe(0);
  expect(descendants(root, "Text").length).toBe(1);
});

test("a file within a line is still an attachment", async () => {
  const file = `<cac:DocumentReference><cbc:ID>D1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="text/plain" filename="note.txt">${Buffer.from("oak from the mill").toString("base64")}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:DocumentReference>`;
  const lines = ublLine("1", "Oak beam", "40", "25.00", "1000.00").replace(
    "<cac:Item>",
    `${file}<cac:Item>`,
  );
  const { attachments, text } = await readBytes(Buffer.from(aUblInvoice({ lines })), "a.xml");
  expect(attachments).toMatchObject([{ fileName: "note.txt" }]);
  expect(text).toContain("Oak beam");
});

test("sums are checked over all lines, also over those that are cut", async () => {
  const lines = Array.from({ length: 40 }, (_, index) =>
    ublLine(String(index + 1), `Beam ${index}`, "1", "30.00", "30.00"),
  ).join("");
  const { warnings } = await readBytes(Buffer.from(aUblInvoice({ lines })), "a.xml", {
    limits: { cells: 60 },
  });
  expect(warnings.join("\n")).toContain("of 40 lines were read");
  expect(warnings.join("\n")).toContain("The lines add up to EUR 1200.00");
});
