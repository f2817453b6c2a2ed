import { expect, test } from "vitest";

import type { BatchDocument } from "./contract";
import { reportOf } from "./report-batch";

const row: BatchDocument = {
  id: "itm_1",
  documentId: "doc_1",
  state: "done",
  title: "Lease",
  fileName: "lease.pdf",
  folder: null,
  format: "pdf",
  type: "contract",
  confidence: 0.9,
  stage: null,
  durationMs: 1200,
  error: null,
  startedAt: new Date("2026-03-01T09:00:00Z"),
  finishedAt: new Date("2026-03-01T09:00:02Z"),
};
const linesOf = (rows: BatchDocument[]) => reportOf(rows).split("\r\n");

test("it says of every file what became of it, a line each, with a heading", () => {
  expect(linesOf([row])).toEqual([
    "\uFEFFname,document,state,type,confidence,stage,duration_ms,error_code,error,remedy,started,finished,folder,duplicate_of",
    "lease.pdf,doc_1,done,contract,0.9,,1200,,,,2026-03-01T09:00:00.000Z,2026-03-01T09:00:02.000Z,,",
    "",
  ]);
});

test("it quotes what would break a line, as RFC 4180 has it", () => {
  const [, line] = linesOf([{ ...row, fileName: 'the "new", lease.pdf' }]);
  expect(line).toContain('"the ""new"", lease.pdf",doc_1');
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])(
  "it gives a spreadsheet no formula to run: %s",
  (fileName) => {
    const [, line] = linesOf([{ ...row, fileName }]);
    expect(line?.replace(/^"/, "").startsWith(`'${fileName}`)).toBe(true);
  },
);

test("it has a heading even when there is nothing to say", () => {
  expect(linesOf([])).toHaveLength(2);
});
