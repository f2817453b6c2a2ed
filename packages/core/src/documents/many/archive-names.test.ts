import { expect, test } from "vitest";

import { archiveNames } from "./archive-names";

test("files keep their folders, and those of one name are told apart", () => {
  expect(
    archiveNames([
      { folder: "Office move/Contracts", fileName: "lease.pdf" },
      { folder: null, fileName: "lease.pdf" },
      { folder: null, fileName: "Lease.PDF" },
      { folder: null, fileName: "lease.pdf" },
      { folder: null, fileName: "README" },
      { folder: null, fileName: "README" },
    ]),
  ).toEqual([
    "Office move/Contracts/lease.pdf",
    "lease.pdf",
    "Lease (2).PDF",
    "lease (3).pdf",
    "README",
    "README (2)",
  ]);
});
