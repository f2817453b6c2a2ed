import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import { expect, test } from "vitest";
import { finderOnPages } from "./find-on-pages";

/** Printed pages of these lines, each word 10 wide and 10 high. */
function printOf(...pages: string[][]) {
  const builder = createDocumentBuilder({ format: "pdf", mediaType: "application/pdf" });
  for (const lines of pages) {
    builder.startPage({ kind: "page", width: 100, height: 100 });
    for (const [line, text] of lines.entries()) {
      const words = [...text.matchAll(/\S+/g)].map(
        ({ index, 0: word }, position): [number, number, number, number, number, number] => [
          index,
          index + word.length,
          position * 12,
          line * 20,
          10,
          10,
        ],
      );
      builder.add({ kind: "paragraph", text, words });
    }
  }
  return builder.build();
}

test("words are found across lines, ligatures and headers of pages", () => {
  const text = "The rent for the first office is due on Monday.\n\nThe rent is 4,100 euros.";
  const print = printOf(
    ["Lease 2026", "The rent for the ﬁrst of-", "fice is due on Monday."],
    ["Lease 2026", "The rent is 4,100 euros."],
  );
  const find = finderOnPages(text, print);
  const office = text.indexOf("first office");
  expect(find([office, office + "first office".length])).toEqual([
    {
      page: 1,
      marks: [
        [0.48, 0.2, expect.closeTo(0.22), expect.closeTo(0.1)],
        [0, 0.4, 0.1, 0.1],
      ],
    },
  ]);
  expect(find([text.lastIndexOf("4,100"), text.length])?.[0]?.page).toBe(2);
});

test("of equal words those are taken that lie as far into the text", () => {
  const text = "rent one\n\nmiddle of it\n\nrent two";
  const find = finderOnPages(text, printOf(["rent one"], ["middle of it"], ["rent two"]));
  expect(find([0, 4])?.[0]?.page).toBe(1);
  expect(find([text.lastIndexOf("rent"), text.lastIndexOf("rent") + 4])?.[0]?.page).toBe(3);
});

test("a long quote that a page break interrupts is found by its beginning", () => {
  const long = "every tenant of the house pays the heating and the water in advance each month";
  const find = finderOnPages(
    long,
    printOf(
      ["every tenant of the house pays the heating and the", "page 1"],
      ["header", "water in advance each month"],
    ),
  );
  expect(find([0, long.length])?.map(({ page }) => page)).toEqual([1]);
});

test("words that are not printed have no place", () => {
  const find = finderOnPages("a hidden note", printOf(["Something else"]));
  expect(find([2, 13])).toBeNull();
  expect(find([0, 1])).toBeNull();
});
