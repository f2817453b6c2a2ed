import { expect, test } from "vitest";
import { aPdf } from "../../../test/a-pdf";
import { outlineOf, readBytes } from "../../../test/read-bytes";

const clause =
  "The tenant shall pay the rent on the first day of each month and shall keep the rooms in good order.";

async function kindsOf(...paragraphs: string[]): Promise<string[]> {
  const pdf = await aPdf((page) => {
    for (const text of paragraphs) page.fontSize(11).text(text).moveDown();
  });
  return outlineOf(await readBytes(pdf, "lease.pdf")).map((line) => line.split(":")[0] ?? "");
}

test("a numbered line before its clauses is a heading, those beside each other are items", async () => {
  expect(await kindsOf(clause, "1. Rent and deposit", clause, "2. Term.", `2.1 ${clause}`)).toEqual(
    ["paragraph", "heading1", "paragraph", "heading1", "list-item"],
  );
  expect(await kindsOf(clause, "1. Two keys", "2. One lamp", "3. Four chairs")).toEqual([
    "paragraph",
    "list-item",
    "list-item",
    "list-item",
  ]);
});

test("capitals before a text and named parts are headings, a name in a form is not", async () => {
  expect(await kindsOf("RECITALS", clause, "Article IV", clause)).toEqual([
    "heading1",
    "paragraph",
    "heading1",
    "paragraph",
  ]);
  expect(await kindsOf("NAME", "ADDRESS", clause)).toContain("paragraph");
});
