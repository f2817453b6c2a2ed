import { expect, test } from "vitest";

import { folderOf, titleOf } from "./title";

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

test.each([
  ["Office move/Contracts", "Office move/Contracts"],
  ["/srv//in/../Office\\2026/", "srv/in/Office/2026"],
  ["", null],
  ["..", null],
  [undefined, null],
])("a folder written %s is shown as %s", (path, folder) => {
  expect(folderOf(path)).toBe(folder);
});
