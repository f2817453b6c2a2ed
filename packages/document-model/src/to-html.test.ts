import { load } from "cheerio";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anArbitraryDocument } from "../test/an-arbitrary-document";
import { createDocumentBuilder } from "./document-builder";
import { toHtml } from "./to-html";

describe("toHtml", () => {
  test("shows every block under its id and lets none of its text become markup", () => {
    const allowed = new Set(
      "html head body section ul li h1 h2 p small pre code br table thead tbody tr td th".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(anArbitraryDocument, (document) => {
        const page = load(toHtml(document));
        for (const { id, span, cells } of document.blocks) {
          if (cells) continue;
          const bare = (text: string) => text.replace(/\s/g, "");
          expect(bare(page(`#${id}`).text())).toBe(bare(document.text.slice(...span)));
        }
        for (const name of page("*")
          .map((_, element) => page(element).prop("tagName"))
          .get())
          expect(allowed).toContain(name.toLowerCase());
      }),
    );
  });

  test("shows the text of an earlier mail as a quotation with its depth", () => {
    const builder = createDocumentBuilder({ format: "eml", mediaType: "message/rfc822" });
    builder.add({ kind: "paragraph", text: "Yes." });
    builder.add({ kind: "quotation", level: 2, text: "Shall we?" });
    const quotation = load(toHtml(builder.build()))("blockquote");
    expect(quotation.text()).toBe("Shall we?");
    expect(quotation.attr()).toMatchObject({ id: "b2", "data-level": "2" });
  });

  test("folds earlier mail behind a mail's own words, and marks its head", () => {
    const pageOf = (...blocks: ["paragraph" | "quotation", string][]) => {
      const builder = createDocumentBuilder({ format: "eml", mediaType: "message/rfc822" });
      builder.add({ kind: "title", text: "Rent" });
      builder.add({ kind: "paragraph", text: "From: Bo\nDate: 2026-01-05" });
      for (const [kind, text] of blocks) builder.add({ kind, text });
      return load(toHtml(builder.build()));
    };
    const answer = pageOf(
      ["quotation", "Shall we?"],
      ["paragraph", "Yes."],
      ["quotation", "Rent?"],
      ["quotation", "Now?"],
    );
    expect(answer("details blockquote").text()).toBe("Rent?Now?");
    expect(answer("[data-mail-head]").length).toBe(2);
    expect(pageOf(["quotation", "Forwarded"])("details").length).toBe(0);
    expect(
      pageOf(["quotation", "long ".repeat(200)], ["paragraph", "Yes."])("details").length,
    ).toBe(1);
  });

  test("folds the parts of a web page that belong to its site", () => {
    const builder = createDocumentBuilder({ format: "html", mediaType: "text/html" });
    for (const text of ["Home", "Shop", "Log in"]) builder.add({ kind: "header", text });
    builder.add({ kind: "heading", level: 1, text: "Ducks" });
    builder.add({ kind: "footer", text: "Imprint" });
    const page = load(toHtml(builder.build()));
    expect(page("details[data-folded=site] p").length).toBe(3);
    expect(page("details").length).toBe(1);
  });

  test("puts each cell of a sheet at its address", () => {
    const builder = createDocumentBuilder({ format: "xlsx", mediaType: "application/x" });
    builder.startPage({ kind: "sheet", label: '"Costs"' });
    builder.addTable({
      range: "B2:D3",
      cells: [
        { text: "Year", row: 0, column: 0, rowSpan: 2, isHeader: true },
        { text: "Rent", row: 0, column: 2 },
        { text: "Heat", row: 1, column: 2 },
      ],
    });
    const page = load(toHtml(builder.build()));
    expect(page("[data-cell=D3]").text()).toBe("Heat");
    expect(page("th:not([data-axis])").attr("rowspan")).toBe("2");
    expect(page("tbody tr").eq(1).children().length).toBe(5);
    expect(page("tbody tr").eq(2).children("td[colspan]").length).toBe(0);
    expect(page("section").attr("aria-label")).toBe('"Costs"');
  });

  test("names the columns and rows of a sheet without adding to its text", () => {
    const builder = createDocumentBuilder({ format: "xlsx", mediaType: "application/x" });
    builder.startPage({ kind: "sheet" });
    builder.addTable({
      range: "Z9:AA10",
      cells: [
        { text: "Rent", row: 0, column: 0 },
        { text: "4,100.00", row: 1, column: 1, number: 4100 },
      ],
    });
    const page = load(toHtml(builder.build()));
    const names = (kind: string) =>
      page(`th[scope=${kind}]`)
        .toArray()
        .map((axis) => page(axis).attr("data-axis"));
    expect(names("col")).toEqual(["Z", "AA"]);
    expect(names("row")).toEqual(["9", "10"]);
    expect(page("th").text()).toBe("");
    expect(page("[data-number]").text()).toBe("4,100.00");
  });

  test("shows the tables of a sheet in one grid, whose cells say their block and formula", () => {
    const builder = createDocumentBuilder({ format: "xlsx", mediaType: "application/x" });
    builder.startPage({ kind: "sheet" });
    builder.addTable({ range: "A1", cells: [{ text: "Costs", row: 0, column: 0 }] });
    builder.addTable({
      range: "A3:B4",
      cells: [
        { text: "Day", row: 0, column: 0, isHeader: true },
        { text: "EUR", row: 0, column: 1, isHeader: true },
        {
          text: "2026-01-05 (5. Januar 2026)",
          shown: "5. Januar 2026",
          row: 1,
          column: 0,
        },
        { text: "7", row: 1, column: 1, number: 7, formula: '=SUM("<b>")' },
      ],
    });
    builder.addTable({ range: "B90", cells: [{ text: "far", row: 0, column: 0 }] });
    const page = load(toHtml(builder.build()));
    expect(page("table").length).toBe(1);
    expect(page("[data-head] [data-cell=A3]").text()).toBe("Day");
    expect(page("[data-cell=A4]").text()).toBe("5. Januar 2026");
    expect(page("[data-cell=A4]").attr("title")).toBe("2026-01-05 (5. Januar 2026)");
    expect(page("[data-cell=B4]").attr()).toMatchObject({
      "data-block": "b2",
      "data-formula": '=SUM("<b>")',
    });
    expect(page("[data-gap]").attr("data-gap")).toBe("85");
  });

  test("leads to the web and nowhere else", () => {
    const builder = createDocumentBuilder({ format: "html", mediaType: "text/html" });
    builder.startPage({ kind: "flow" });
    const text = "a <b> c d";
    builder.add({
      kind: "paragraph",
      text,
      links: [
        { start: 2, end: 5, url: 'https://example.com/?a="b"' },
        { start: 6, end: 7, url: "javascript:alert(1)" },
        { start: 8, end: 9, url: "data:text/html,x" },
      ],
    });
    const page = load(toHtml(builder.build()));
    expect(page("a").length).toBe(1);
    expect(page("a").text()).toBe("<b>");
    expect(page("a").attr("rel")).toContain("noopener");
    expect(page("p").text()).toBe(text);
  });

  test("says what is doubtful of a cell", () => {
    const builder = createDocumentBuilder({ format: "xlsx", mediaType: "application/x" });
    builder.startPage({ kind: "sheet" });
    builder.addTable({ cells: [{ text: "12", row: 0, column: 0, doubt: 'Not "13"?' }] });
    expect(load(toHtml(builder.build()))("td").attr("data-doubt")).toBe('Not "13"?');
  });
});

test("a cell that claims to cover more than there is costs no more than others", () => {
  const builder = createDocumentBuilder({ format: "html", mediaType: "text/html" });
  builder.addTable({
    cells: [
      { text: "a", row: 0, column: 0, rowSpan: 1_000_000, columnSpan: 100_000 },
      { text: "b", row: 1, column: 100_000 },
    ],
  });
  expect(toHtml(builder.build())).toContain(">b</td>");
});

test("a gap in a row leaves out what a cell further up covers", () => {
  const builder = createDocumentBuilder({ format: "html", mediaType: "text/html" });
  builder.addTable({
    cells: [
      { text: "a", row: 0, column: 1, rowSpan: 2, columnSpan: 2 },
      { text: "b", row: 1, column: 5 },
    ],
  });
  const [, second] = toHtml(builder.build()).split("<tr>").slice(1);
  expect(second).toMatch(/^<td><\/td><td colspan="2"><\/td><td [^>]*>b/);
});
