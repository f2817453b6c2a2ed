import { expect, test } from "vitest";

import { csvOf } from "./csv";

const columns = [
  { name: "Document", isNumber: false },
  { name: "Total", isNumber: true },
];
const row = (...texts: string[]) => ({ cells: texts.map((text) => ({ text })) });

test("it writes rows and sums, and quotes what would end a cell", () => {
  const rows = [row('Invoice "A"', "EUR 1,200.00"), row("B", "EUR 3.00")];
  expect(csvOf({ columns, rows, totals: [null, "EUR 1,203.00"] })).toBe(
    'Document,Total\r\n"Invoice ""A""","EUR 1,200.00"\r\nB,EUR 3.00\r\n,"EUR 1,203.00"',
  );
});

test("it lets no title of a document become a formula, and keeps negative numbers", () => {
  const rows = [row('=HYPERLINK("http://evil.example")', "-5")];
  expect(csvOf({ columns, rows, totals: null })).toBe(
    `Document,Total\r\n"'=HYPERLINK(""http://evil.example"")",-5`,
  );
});
