import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { outlineOf, readBytes } from "../../../test/read-bytes";

const page = (body: string) => readBytes(`<!doctype html><body>${body}`, "a.html");

describe("web pages", () => {
  test("keep the depth and the numbers of lists", async () => {
    const document = await page(
      `<ol start="3"><li>three<ul><li><p>inner</p><p>more</p></li></ul></li><li value="9">nine</li></ol>
       <ol type="i"><li>a</li></ol><dl><dt>Term</dt><dd>Meaning</dd></dl>`,
    );
    expect(outlineOf(document)).toEqual([
      "list-item1: 3. three",
      "list-item2: inner\nmore",
      "list-item1: 9. nine",
      "list-item1: i. a",
      "list-item1: Term",
      "list-item2: Meaning",
    ]);
  });

  test("keep spans within their table, and say which cells are headers", async () => {
    const { blocks } = await page(
      `<table><thead><tr><th colspan="1000">Costs</th></tr></thead>
       <tr><td rowspan="0">A</td><td>1</td></tr><tr><td>2</td></tr></table>`,
    );
    expect(blocks[0]?.cells?.map(({ span: _, ...cell }) => cell)).toEqual([
      { text: "Costs", row: 0, column: 0, columnSpan: 2, isHeader: true },
      { text: "A", row: 1, column: 0, rowSpan: 2 },
      expect.objectContaining({ text: "1", row: 1, column: 1 }),
      expect.objectContaining({ text: "2", row: 2, column: 1 }),
    ]);
  });

  test("read tables that only lay out the page as text, and tables in tables as part of their cell", async () => {
    const long = "words ".repeat(60);
    const layout = await page(
      `<table><tr><td>Menu</td><td><h1>Title</h1><p>${long}</p></td></tr><tr><td>a</td><td>b</td></tr></table>`,
    );
    expect(layout.blocks.map(({ kind }) => kind)).not.toContain("table");
    const nested = await page(
      "<table><tr><td>A</td><td>B</td></tr><tr><td><table><tr><td>1</td><td>2</td></tr></table></td><td>C</td></tr></table>",
    );
    expect(outlineOf(nested)).toEqual(["table: A\tB\n1 2\tC"]);
  });

  test("lead their words to where the page leads, and to no script", async () => {
    const { links, text } = await page(
      `<p>See  the <a href="https://example.com/a"> <b>terms</b></a>, <a href="javascript:x()">not</a></p>
       <ul><li><a href="mailto:a@example.com">write</a></li></ul>`,
    );
    expect(links.map(({ span, ...target }) => [text.slice(...span), target])).toEqual([
      ["terms", { url: "https://example.com/a" }],
      ["write", { url: "mailto:a@example.com" }],
    ]);
  });

  test("leave out what nobody sees", async () => {
    const document = await page(
      `<p>seen<span style="display: none">a</span><i hidden>b</i><template>c</template><input type="hidden" value="d"></p>
       <dialog>e</dialog><noscript>f</noscript><select><option>no<option selected>chosen</select>`,
    );
    expect(outlineOf(document)).toEqual(["paragraph: seen", "paragraph: chosen"]);
  });

  test("set apart what belongs to the site, unless that is nearly all there is", async () => {
    const article = `<main><h1>News</h1><p>${"The text of the page. ".repeat(20)}</p></main>`;
    const document = await page(
      `<nav><a href="/">Home</a></nav>${article}<footer>Imprint</footer><div class="cookie-banner">We use cookies</div>`,
    );
    expect(document.blocks.map(({ kind }) => kind)).toEqual([
      "header",
      "heading",
      "paragraph",
      "footer",
      "footer",
    ]);
    const bare = await page("<nav>Only a menu stands here, so it is what the page says</nav>");
    expect(bare.blocks.map(({ kind }) => kind)).toEqual(["paragraph"]);
  });

  test("say formulas, captions and pictures in words", async () => {
    const document = await page(
      `<math display="block"><mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mi>c</mi></mrow></mfrac></math>
       <figure><img alt="A duck in the rain" src="x.png"><figcaption>Figure 1</figcaption></figure><img alt="IMG_1.jpg">`,
    );
    expect(outlineOf(document)).toEqual([
      "formula: a/(b + c)",
      "figure: A duck in the rain",
      "caption: Figure 1",
    ]);
  });

  test("tell of themselves by meta elements and linked data", async () => {
    const { metadata } = await readBytes(
      `<html><head><title>T</title><meta name="keywords" content="a, b"><meta property="article:published_time" content="2026-03-01">
       <script type="application/ld+json">{"@graph":[{"@type":"Article","author":[{"name":"Ann"},{"name":"Bo"}]}]}</script></head><body><p>x</p>`,
      "a.html",
    );
    expect(metadata).toMatchObject({
      title: "T",
      author: "Ann, Bo",
      keywords: ["a", "b"],
      createdAt: "2026-03-01T00:00:00.000Z",
    });
  });

  test("may be saved with their pictures in one file", async () => {
    const saved = [
      "From: <Saved by a browser>",
      "Snapshot-Content-Location: https://example.com/",
      "Subject: Page",
      "MIME-Version: 1.0",
      'Content-Type: multipart/related; type="text/html"; boundary="b"',
      "",
      "--b",
      "Content-Type: text/html; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "<h1>Gr=C3=BC=C3=9Fe</h1>",
      "--b--",
    ].join("\r\n");
    const document = await readBytes(saved, "page.mhtml");
    expect(document.format).toBe("html");
    expect(outlineOf(document)).toEqual(["heading1: Grüße"]);
  });

  test.each([
    ["elements", "<div>".repeat(40_000)],
    ["attributes", `<p ${Array.from({ length: 20_000 }, (_, index) => `a${index}`).join(" ")}>`],
  ])("are refused with more %s within each other than a browser can bear", async (_, html) => {
    await expect(page(html)).rejects.toMatchObject({ code: "TOO_LARGE" });
  });

  test("with lists in lists beyond number are still read", async () => {
    const { text } = await page("<ul><li>x".repeat(2_000));
    expect(text.match(/x/g)).toHaveLength(2_000);
  });
});

describe("Markdown", () => {
  test("keeps tasks, notes and front matter", async () => {
    const document = await readBytes(
      "---\ntitle: 'Plan'\nauthor: Ann\ntags: [a, b]\n---\n- [x] done\n- [ ] open\n\nText[^1].\n\n[^1]: The note.\n",
      "a.md",
    );
    expect(outlineOf(document)).toEqual([
      "list-item1: ☑ done",
      "list-item1: ☐ open",
      "paragraph: Text[1].",
      "footnote: [1] The note.",
    ]);
    expect(document.metadata).toMatchObject({ title: "Plan", author: "Ann", keywords: ["a", "b"] });
  });

  test("quoted a thousand times over is read as text", async () => {
    expect((await readBytes(`${"> ".repeat(5_000)}deep`, "a.md")).text).toContain("deep");
  });
});

describe("XML", () => {
  test("of an article becomes title, authors, sections, tables and references", async () => {
    const document = await readBytes(
      `<?xml version="1.0"?><!DOCTYPE article [<!ENTITY x "no">]><article><front><article-meta><title-group><article-title>On ducks</article-title></title-group>
       <contrib-group><contrib contrib-type="author"><name><surname>Berg</surname><given-names>Anna</given-names></name></contrib></contrib-group>
       <aff><institution>Pond</institution><country>Norway</country></aff><abstract><p>Short.</p></abstract></article-meta></front>
       <body><sec><title>Method</title><p>We &ldquo;looked&rdquo; <xref>(1)</xref>.</p>
       <table-wrap><label>Table 1</label><caption><p>Counts</p></caption><table><thead><tr><th>Day</th><th>Ducks</th></tr></thead><tbody><tr><td>1</td><td>7</td></tr></tbody></table></table-wrap></sec></body>
       <back><ref-list><title>References</title><ref><element-citation><person-group><name><surname>Moe</surname><given-names>B</given-names></name></person-group><article-title>Geese</article-title><source>Birds</source><volume>2</volume><fpage>1</fpage><lpage>5</lpage><year>2020</year></element-citation></ref></ref-list></back></article>`,
      "a.xml",
    );
    expect(outlineOf(document)).toEqual(
      [
        "title: On ducks",
        "paragraph: Anna Berg",
        "paragraph: Pond, Norway",
        "heading2: Abstract",
        "paragraph: Short.",
        "heading2: Method",
        "paragraph: We “looked” (1).",
        "caption: Counts",
        "table: Day\tDucks\n1\t7",
        "heading2: References",
        "list-item1: Moe B. Geese. Birds 2:1–5 (2020)",
      ].map((line) => (line === "caption: Counts" ? expect.stringContaining("Counts") : line)),
    );
  });

  test("of data says each value with its name, and records as a table", async () => {
    const document = await readBytes(
      `<?xml version="1.0"?><Invoice><ID>17</ID><PayableAmount currencyID="EUR">12.50</PayableAmount>
       <Line><Item>Pen</Item><Qty>2</Qty></Line><Line><Item>Ink</Item><Qty>1</Qty></Line></Invoice>`,
      "a.xml",
    );
    expect(outlineOf(document)).toEqual([
      "paragraph: ID: 17\nPayable Amount: 12.50 EUR",
      "table: Item\tQty\nPen\t2\nInk\t1",
    ]);
  });

  test("with columns that span, as CALS writes them", async () => {
    const { blocks } = await readBytes(
      `<?xml version="1.0"?><section><title>T</title><para>Some text.</para><table><tgroup cols="3"><colspec colname="a"/><colspec colname="b"/><colspec colname="c"/>
       <thead><row><entry namest="a" nameend="b">AB</entry><entry colname="c">C</entry></row></thead><tbody><row><entry morerows="1">1</entry><entry>2</entry><entry>3</entry></row><row><entry colname="c">4</entry></row></tbody></tgroup></table></section>`,
      "a.xml",
    );
    const cells = blocks.find(({ kind }) => kind === "table")?.cells;
    expect(cells?.[0]).toMatchObject({ text: "AB", columnSpan: 2, isHeader: true });
    expect(cells?.find(({ text }) => text === "1")).toMatchObject({ rowSpan: 2 });
    expect(cells?.find(({ text }) => text === "C")).toMatchObject({ column: 2 });
  });

  test("makes no entities of its own", async () => {
    const laughs = Array.from(
      { length: 9 },
      (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
    ).join("");
    const { text } = await readBytes(
      `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><a>told &l9;</a>`,
      "a.xml",
    );
    expect(text.length).toBeLessThan(100);
  });
});

test("a book has a page for each chapter, and its contents as outline", async () => {
  const files = {
    mimetype: "application/epub+zip",
    "META-INF/container.xml":
      '<container><rootfiles><rootfile full-path="b/book.opf"/></rootfiles></container>',
    "b/book.opf": `<package><metadata><dc:title>Poems</dc:title><dc:creator>Ann</dc:creator><dc:language>en-GB</dc:language></metadata>
      <manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="1" href="one%20a.xhtml"/><item id="2" href="two.xhtml"/><item id="3" href="gone.xhtml"/></manifest>
      <spine><itemref idref="2"/><itemref idref="1"/><itemref idref="3"/></spine></package>`,
    "b/nav.xhtml":
      '<html><body><nav epub:type="toc"><ol><li><a href="two.xhtml#x">Two</a><ol><li><a href="one%20a.xhtml">One</a></li></ol></li></ol></nav></body></html>',
    "b/one a.xhtml": "<html><body><h1>One</h1><p>first</p></body></html>",
    "b/two.xhtml": "<html><body><h1>Two</h1><p>second</p></body></html>",
  };
  const zipped = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
  const document = await readBytes(zipped, "a.epub");
  expect(outlineOf(document)).toEqual([
    "heading1: Two",
    "paragraph: second",
    "heading1: One",
    "paragraph: first",
  ]);
  expect(document.pages.map(({ label }) => label)).toEqual(["Two", "One"]);
  expect(document.outline).toEqual([
    { title: "Two", level: 1, page: 1 },
    { title: "One", level: 2, page: 2 },
  ]);
  expect(document.metadata).toMatchObject({ title: "Poems", author: "Ann", language: "en" });
  expect(document.warnings).toHaveLength(1);
});
