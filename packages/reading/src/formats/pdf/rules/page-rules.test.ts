import { expect, test } from "vitest";
import { aPdf } from "../../../../test/a-pdf";
import type { Rule } from "../../../analysis/tables/found-table";
import { openPdf } from "../pdfium/pdfium";
import { placementOf } from "../pdfium/placement";
import { pageRules } from "./page-rules";

async function rulesOf(draw: Parameters<typeof aPdf>[0]): Promise<Rule[]> {
  const document = await openPdf(Buffer.from(await aPdf(draw)));
  const page = document.pdfium.FPDF_LoadPage(document.handle, 0);
  try {
    const rules = pageRules(document.pdfium, page, placementOf(document.pdfium, page));
    return rules.map(([x, y, width, height]) => [
      Math.round(x),
      Math.round(y),
      Math.round(width),
      Math.round(height),
    ]);
  } finally {
    document.pdfium.FPDF_ClosePage(page);
    document.close();
  }
}

test("strokes and thin rectangles are lines, from the top left of the page as shown", async () => {
  const rules = await rulesOf((page) => {
    page.moveTo(50, 100).lineTo(250, 100).stroke();
    page.rect(60, 120, 1, 80).fill();
  });
  expect(rules).toEqual([
    [50, 100, 200, 0],
    [61, 120, 0, 80],
  ]);
});

test("dashes are one line, and so are two lines close together", async () => {
  const rules = await rulesOf((page) => {
    for (let x = 50; x < 150; x += 5)
      page
        .moveTo(x, 100)
        .lineTo(x + 3, 100)
        .stroke();
    page.moveTo(50, 200).lineTo(250, 200).moveTo(50, 202).lineTo(250, 202).stroke();
  });
  expect(rules).toEqual([
    [50, 100, 98, 0],
    [50, 200, 200, 0],
  ]);
});

test("a filled field has edges, but not towards one of the same colour, and white has none", async () => {
  const rules = await rulesOf((page) => {
    page.rect(50, 100, 100, 20).fill("#ccddee");
    page.rect(150, 100, 100, 20).fill("#ccddee");
    page.rect(50, 300, 100, 20).fill("#ffffff");
  });
  expect(rules.filter(([, , width]) => width === 0)).toEqual([
    [50, 100, 0, 20],
    [250, 100, 0, 20],
  ]);
  expect(rules.filter(([, , , height]) => height === 0)).toEqual([
    [50, 100, 200, 0],
    [50, 120, 200, 0],
  ]);
});

test("slanting and curved strokes are no lines", async () => {
  const rules = await rulesOf((page) => {
    page.moveTo(50, 100).lineTo(250, 180).stroke();
    page.circle(300, 300, 40).stroke();
  });
  expect(rules).toEqual([]);
});
