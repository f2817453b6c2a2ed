import { describe, expect, test } from "vitest";
import { understand } from "../question/understand";
import type { NamedDocument } from "./find-asked";
import { resolve } from "./resolve";

const now = new Date("2026-11-29T12:00:00Z");
const document = (id: string, type: string, given: Partial<NamedDocument> = {}): NamedDocument => ({
  id,
  title: id,
  fileName: `${id}.pdf`,
  type,
  language: "en",
  createdAt: now,
  parentId: null,
  names: [],
  mentions: [],
  ...given,
});

const documents = [
  document("Lease Karl-Heine-Straße 85", "contract"),
  document("Lease amendment No 1", "amendment"),
  document("Invoice Elektro Brandt EB-1188", "invoice"),
  document("Invoice Umzug Krüger 2026-0217", "invoice", { names: ["Umzug Krüger GmbH"] }),
  document("EmeraldHealthBioceuticalsInc_2020_Development Agreement", "contract", {
    mentions: ["Dr. Murray"],
  }),
  document("INV-0001", "invoice", { names: ["Nordlicht Energie GmbH"] }),
  document("INV-0002", "invoice", { names: ["Nordlicht Energie GmbH"] }),
  document("Minutes moving committee", "meeting minutes"),
];
const about = (question: string) => {
  const resolved = resolve(understand(question, { now }), documents);
  return {
    titles: resolved.documents.map(({ title }) => title),
    unexplained: resolved.unexplained,
  };
};

describe("a question is about the documents that its words name", () => {
  test.each([
    ["When does the lease end?", ["Lease Karl-Heine-Straße 85"]],
    ["total of the Elektro Brandt invoice", ["Invoice Elektro Brandt EB-1188"]],
    ["total of the electro brant invoice", ["Invoice Elektro Brandt EB-1188"]],
    ["Wie hoch ist die Rechnung von Kruger?", ["Invoice Umzug Krüger 2026-0217"]],
    [
      "Which law governs the Emerald Health agreement with Dr. Murray?",
      ["EmeraldHealthBioceuticalsInc_2020_Development Agreement"],
    ],
    ["How many invoices do we have from Nordlicht?", ["INV-0001", "INV-0002"]],
    [
      "Compare the invoices of Krüger and Brandt",
      ["Invoice Elektro Brandt EB-1188", "Invoice Umzug Krüger 2026-0217"],
    ],
  ])("%s", (question, titles) => {
    expect(about(question).titles.toSorted()).toEqual([...titles].sort());
  });

  test("words that name nothing stay unexplained, so that no fact of other documents answers", () => {
    expect(about("total of the Zephyr invoice").unexplained).toEqual(["zephyr"]);
    expect(about("What is the deposit of the lease?").unexplained).toEqual(["deposit"]);
    expect(about("total of the Elektro Brandt invoice").unexplained).toEqual([]);
  });

  test("a short number alone names nothing", () => {
    expect(about("What are the 1 or 2 best things?").titles).toEqual([]);
  });
});
