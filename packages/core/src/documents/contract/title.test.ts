import { expect, test } from "vitest";

import { titleOf } from "./title";

test.each([
  ["INV-2201.pdf", "INV-2201"],
  ["Lease_2026 signed.final.docx", "Lease 2026 signed.final"],
  ["lease.pdf.p7m", "lease"],
  ["folder/inner/minutes.md", "minutes"],
  [".gitignore", ".gitignore"],
  ["契約書.pdf", "契約書"],
])("a person reads %s as %s", (fileName, title) => {
  expect(titleOf(fileName)).toBe(title);
});
