import { expect, test } from "vitest";
import { damagedPage } from "../../formats/pdf/read-pdf-page";
import { buildPageDocument } from "./build-page-document";

const source = { format: "pdf", mediaType: "application/pdf" } as const;

test("pages that are cut are named", async () => {
  const pages = [damagedPage(), { ...damagedPage(), isCut: true }];
  const { warnings } = await buildPageDocument(pages, source, () => undefined);
  expect(warnings).toContain("More text than is read of one page: 2. The rest was cut.");
});
