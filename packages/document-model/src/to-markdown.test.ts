import { load } from "cheerio";
import { marked } from "marked";
import { expect, test } from "vitest";
import { createDocumentBuilder } from "./document-builder";
import { toHtml } from "./to-html";
import { markdownOf, toMarkdown } from "./to-markdown";

test("comes back from a Markdown parser as the same headings, items and cells", async () => {
  const builder = createDocumentBuilder({ format: "text", mediaType: "text/plain" });
  builder.startPage({ kind: "flow" });
  builder.add({ kind: "footer", text: "1" });
  builder.add({ kind: "title", text: "Lease *of* <the> house" });
  builder.add({ kind: "paragraph", text: "1. not a list\n# not a heading" });
  builder.add({ kind: "list-item", text: "• Rent_a_b" });
  builder.add({ kind: "list-item", text: "Heat", level: 2 });
  builder.addTable({
    cells: [
      { text: "a|b", row: 0, column: 0 },
      { text: "c", row: 0, column: 3 },
      { text: "d", row: 1, column: 3 },
    ],
  });
  const page = load(await marked.parse(toMarkdown(builder.build())));
  expect(page("h1").text()).toBe("Lease *of* <the> house");
  expect(page("p").first().text()).toMatch(/^1\. not a list\s*# not a heading$/);
  expect(page("li").last().text()).toBe("Heat");
  expect(page("li li").length).toBe(1);
  expect(
    page("th")
      .map((_, cell) => page(cell).text())
      .get(),
  ).toEqual(["a|b", "c"]);
  expect(page("td").last().text()).toBe("d");
  expect(page("p").length).toBe(1);
});

const aFlow = () => {
  const builder = createDocumentBuilder({ format: "docx", mediaType: "text/plain" });
  builder.startPage({ kind: "flow" });
  return builder;
};

test("keeps links, also where words and address hold signs of Markdown", async () => {
  const builder = aFlow();
  builder.add({
    kind: "paragraph",
    text: "See the [lease] and more.",
    links: [{ start: 4, end: 15, url: "https://example.com/a_(b)?c=d_e" }],
  });
  const link = load(await marked.parse(toMarkdown(builder.build())))("a");
  expect(link.text()).toBe("the [lease]");
  expect(decodeURIComponent(link.attr("href") ?? "")).toBe("https://example.com/a_(b)?c=d_e");
});

test("repeats a merged cell, and puts a table over two pages together with its header once", async () => {
  const builder = aFlow();
  const header = [
    { text: "Name", row: 0, column: 0, isHeader: true },
    { text: "Rent", row: 0, column: 1, columnSpan: 2, isHeader: true },
  ];
  const row = (number: number, text: string) => [
    { text, row: number, column: 0 },
    { text: "1", row: number, column: 1 },
    { text: "2", row: number, column: 2 },
  ];
  const first = builder.addTable({ cells: [...header, ...row(1, "Ann")] });
  builder.add({ kind: "footer", text: "1" });
  builder.startPage({ kind: "page" });
  builder.addTable({ cells: [...header, ...row(1, "Bob")], continues: first ?? undefined });
  expect(toMarkdown(builder.build())).toBe(
    "| Name | Rent | Rent |\n| --- | --- | --- |\n| Ann | 1 | 2 |\n| Bob | 1 | 2 |\n",
  );
});

test("numbers lists as the document does, and says where each block went", () => {
  const builder = aFlow();
  builder.add({ kind: "heading", level: 2, text: "Duties" });
  builder.add({ kind: "list-item", text: "3. Pay the rent" });
  builder.add({ kind: "comment", text: "Ann: too much" });
  const document = builder.build();
  const { markdown, places } = markdownOf(document);
  expect(markdown).toBe("## Duties\n\n3. Pay the rent\n\n> Ann: too much\n");
  expect(
    places.map(({ span, source }) => [markdown.slice(...span), document.text.slice(...source)]),
  ).toEqual([
    ["## Duties", "Duties"],
    ["3. Pay the rent", "3. Pay the rent"],
    ["> Ann: too much", "Ann: too much"],
  ]);
});

test("a link over several lines is one link, whatever its address is made of", async () => {
  const builder = aFlow();
  const links = [{ start: 0, end: 13, url: "https://example.com/a\ud800b" }];
  builder.add({ kind: "paragraph", text: "the\nwhole rent\nis due", links });
  const markdown = toMarkdown(builder.build());
  expect(markdown).toBe("[the whole ren](https://example.com/a%EF%BF%BDb)t  \nis due\n");
});

test("code of very many backticks is fenced all the same", () => {
  const builder = aFlow();
  builder.add({ kind: "code", text: "` ".repeat(200_000) });
  expect(toMarkdown(builder.build())).toMatch(/^```\n` ` /);
});

test("a table of very many cells goes on over pages", () => {
  const builder = aFlow();
  const cells = Array.from({ length: 130_000 }, (_, row) => ({ text: "a", row, column: 0 }));
  const first = builder.addTable({ cells });
  builder.addTable({
    cells: [{ text: "last", row: 0, column: 0 }],
    ...(first && { continues: first }),
  });
  expect(toMarkdown(builder.build())).toMatch(/\| a \|\n\| last \|\n$/);
});

test("a wide row above very many short ones costs no more than its cells", () => {
  const builder = aFlow();
  const wide = Array.from({ length: 4_000 }, (_, column) => ({ text: "w", row: 0, column }));
  const long = Array.from({ length: 4_000 }, (_, row) => ({ text: "l", row: row + 1, column: 0 }));
  builder.addTable({ cells: [...wide, ...long] });
  expect(toMarkdown(builder.build()).length).toBeLessThan(1_000_000);
});

test.each(["### a", "a\n===", "a\n---", "~~~\na", "&lt;b&gt; &#60;"])(
  "text that looks like markup stays text: %j",
  async (text) => {
    const builder = aFlow();
    builder.add({ kind: "paragraph", text });
    const page = load(await marked.parse(toMarkdown(builder.build())));
    expect(page("body").children().length).toBe(1);
    expect(page("p").text().replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
  },
);

test("a quotation of an earlier mail has a mark for each level of depth", () => {
  const builder = aFlow();
  builder.add({ kind: "quotation", level: 1, text: "Shall we?\nYes." });
  builder.add({ kind: "quotation", level: 2, text: "Earlier" });
  const document = builder.build();
  expect(toMarkdown(document)).toBe("> Shall we?\n> Yes.\n\n> > Earlier\n");
  expect(toHtml(document)).toContain('<blockquote id="b2" data-start="16" data-level="2">Earlier');
});
