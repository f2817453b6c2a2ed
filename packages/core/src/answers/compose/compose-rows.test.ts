import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import { expect, test } from "vitest";
import { understand } from "../question/understand";
import { createCiter } from "./citer";
import { composeRows } from "./compose-rows";

const lines = [
  ["Ticket", "Opened", "Priority", "State"],
  ["T-1", "2026-02-16", "high", "closed"],
  ["T-2", "2026-02-17", "normal", "open"],
  ["T-3", "2026-02-18", "high", "open"],
];

function aSheet() {
  const builder = createDocumentBuilder({ format: "csv", mediaType: "text/csv" });
  builder.startPage({ kind: "sheet", label: "Tickets" });
  builder.addTable({
    cells: lines.flatMap((line, row) => line.map((text, column) => ({ text, row, column }))),
  });
  return builder.build();
}

const subject = {
  id: "doc_1",
  title: "Tickets",
  fileName: "tickets.csv",
  type: "spreadsheet",
  language: "en",
  createdAt: new Date("2026-11-29"),
  parentId: null,
  names: [],
  mentions: [],
  facts: [],
  day: "2026-11-29",
};

function answered(question: string, words: readonly string[]) {
  const citer = createCiter();
  const asked = understand(question, { now: new Date("2026-11-29") });
  const desk = { citer, readText: async () => [] };
  const draft = composeRows(asked, words, { subject, model: aSheet() }, desk);
  return {
    text: draft?.text,
    quotes: citer.citations.map(({ quote }) => quote.replaceAll(/\s+/g, " ")),
  };
}

test("rows with the values of the question are counted and cited", () => {
  expect(answered("How many tickets are still open?", ["open"])).toEqual({
    text: "2 rows of “Tickets” match: T-2 [1], T-3 [2].",
    quotes: ["T-2 2026-02-17 normal open", "T-3 2026-02-18 high open"],
  });
  expect(answered("Which open tickets have high priority?", ["open", "high"]).text).toBe(
    "1 row of “Tickets” matches: T-3 [1].",
  );
});

test("a word that is no value and no column is not passed over", () => {
  expect(answered("How many open tickets does Anna have?", ["open", "anna"]).text).toBeUndefined();
  expect(answered("What is the priority?", ["priority"]).text).toBeUndefined();
});
