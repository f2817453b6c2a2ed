import { expect, test } from "vitest";

import { languagesOfPages } from "./page-languages";

test("groups pages by language and joins pages in a row", () => {
  const pages = [
    { page: 3, code: "de" },
    { page: 4, code: "de" },
    { page: 6, code: null },
    { page: 9, code: "de" },
  ];
  expect(languagesOfPages(pages, (code) => `language ${code}`)).toEqual([
    { language: "language de", pages: "3–4, 9" },
    { language: null, pages: "6" },
  ]);
});
