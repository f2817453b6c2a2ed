import { describe, expect, test } from "vitest";
import { aDocx, aParagraph, aZip, relations } from "../../../../test/office-files";
import { outlineOf, readBytes } from "../../../../test/read-bytes";

const read = (bytes: Uint8Array) => readBytes(bytes, "a.docx");

const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;

const numbering = {
  "numbering.xml": {
    kind: "numbering",
    xml: `<w:abstractNum w:abstractNumId="0">${level(0, "decimal", "%1.")}${level(1, "lowerLetter", "%2)")}${level(2, "decimal", "%1.%2.%3")}</w:abstractNum>
      <w:abstractNum w:abstractNumId="1">${level(0, "bullet", "·")}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>`,
  },
};

const item = (text: string, list: number, at = 0) =>
  aParagraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);

describe("lists", () => {
  test("have the numbers that Word shows, which go on after other lists and begin again below", async () => {
    const body = [
      item("one", 1),
      item("a", 1, 1),
      item("b", 1, 1),
      item("deep", 1, 2),
      item("dot", 2),
      item("two", 1),
      item("again", 1, 1),
      item("seven", 3),
      item("", 1),
      item("eight", 3),
    ];
    expect(outlineOf(await read(aDocx(body.join(""), numbering)))).toEqual([
      "list-item1: 1. one",
      "list-item2: a) a",
      "list-item2: b) b",
      "list-item3: 1.b.1 deep",
      "list-item1: dot",
      "list-item1: 2. two",
      "list-item2: a) again",
      "list-item1: 7. seven",
      "list-item1: 8. eight",
    ]);
  });
});

describe("headings", () => {
  test("are told by outline levels, names in other languages and the styles that styles are based on", async () => {
    const styles = {
      "styles.xml": {
        kind: "styles",
        xml: `<w:style w:styleId="a"><w:name w:val="Heading 2"/><w:basedOn w:val="b"/></w:style>
          <w:style w:styleId="b"><w:name w:val="own"/><w:basedOn w:val="a"/></w:style>
          <w:style w:styleId="c"><w:name w:val="Überschrift 3"/></w:style>
          <w:style w:styleId="d"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
          <w:style w:styleId="e"><w:name w:val="code listing number"/></w:style>`,
      },
    };
    const styled = (style: string) => aParagraph(style, `<w:pStyle w:val="${style}"/>`);
    const document = await read(aDocx(["a", "b", "c", "d", "e"].map(styled).join(""), styles));
    expect(outlineOf(document)).toEqual([
      "heading2: a",
      "heading2: b",
      "heading3: c",
      "heading1: d",
      "paragraph: e",
    ]);
    expect(document.outline.map(({ title }) => title)).toEqual(["a", "b", "c", "d"]);
  });
});

describe("text", () => {
  test("is as it stands: insertions in, deletions, hidden words and codes of fields out", async () => {
    const body = `<w:p>
      <w:ins w:author="A"><w:r><w:t>new </w:t></w:r></w:ins>
      <w:del><w:r><w:delText>old </w:delText></w:r></w:del>
      <w:r><w:rPr><w:vanish/></w:rPr><w:t>secret </w:t></w:r>
      <w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>seen </w:t></w:r>
      <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://a.example" </w:instrText></w:r>
      <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>there</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
      <w:hyperlink r:id="r-https://b.example"><w:r><w:t> and here</w:t></w:r></w:hyperlink></w:p>`;
    const document = await read(
      aDocx(body, { "https://b.example": { kind: "hyperlink", xml: "" } }),
    );
    expect(outlineOf(document)).toEqual(["paragraph: new seen there and here"]);
    expect(
      document.links.map((link) => [document.text.slice(...link.span), "url" in link && link.url]),
    ).toEqual([
      ["there", "https://a.example"],
      [" and here", "https://b.example"],
    ]);
    expect(document.warnings).toEqual([
      "The document has tracked changes: 1 insertions are read as accepted, 1 deletions are left out.",
      "The document has words that nobody can see. They were left out: “secret”",
    ]);
  });

  test("in a box that is there for new programs and for old is read once", async () => {
    const box = `<w:txbxContent>${aParagraph("boxed")}</w:txbxContent>`;
    const body = `<w:p><w:r><w:t>before</w:t></w:r><w:r><mc:AlternateContent>
      <mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice>
      <mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(outlineOf(await read(aDocx(body)))).toEqual(["paragraph: before", "paragraph: boxed"]);
  });

  test("of notes and remarks follows what refers to it, even where a note refers to itself", async () => {
    const run = (inside: string) => `<w:r>${inside}</w:r>`;
    const body = `<w:p>${run("<w:t>claim</w:t>")}${run('<w:footnoteReference w:id="5"/>')}${run('<w:commentReference w:id="0"/>')}</w:p>${aParagraph("next")}`;
    const document = await read(
      aDocx(body, {
        "footnotes.xml": {
          kind: "footnotes",
          xml: `<w:footnote w:id="5"><w:p>${run("<w:t>proof</w:t>")}${run('<w:footnoteReference w:id="5"/>')}</w:p></w:footnote>`,
        },
        "comments.xml": {
          kind: "comments",
          xml: `<w:comment w:id="0" w:author="Ann">${aParagraph("really?")}</w:comment>`,
        },
      }),
    );
    expect(outlineOf(document)).toEqual([
      "paragraph: claim[1]",
      "footnote: [1] proof[1]",
      "comment: Ann: really?",
      "paragraph: next",
    ]);
  });

  test("of equations is LaTeX, by itself a formula and within words a part of them", async () => {
    const math = `<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:sSup><m:e><m:r><m:t>π</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:den></m:f></m:oMath>`;
    const body = `<w:p>${math}</w:p><w:p><w:r><w:t>with</w:t></w:r>${math}<w:r><w:t>in it</w:t></w:r></w:p>`;
    expect(outlineOf(await read(aDocx(body)))).toEqual([
      "formula: \\frac{a}{\\pi^{2}}",
      "paragraph: with $\\frac{a}{\\pi^{2}}$ in it",
    ]);
  });
});

describe("tables", () => {
  test("know their merged cells and headers, and hold tables", async () => {
    const cell = (text: string, properties = "") =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${aParagraph(text)}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell("x")}${cell("y")}</w:tr></w:tbl>`;
    const body = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell("wide", '<w:gridSpan w:val="2"/>')}</w:tr>
      <w:tr>${cell("tall", '<w:vMerge w:val="restart"/>')}${cell("1")}</w:tr>
      <w:tr>${cell("", "<w:vMerge/>")}<w:tc>${inner}</w:tc></w:tr>
      <w:tr><w:trPr><w:del/></w:trPr>${cell("gone")}</w:tr></w:tbl>`;
    const [table] = (await read(aDocx(body))).blocks;
    expect(
      table?.cells?.map(({ text, row, column, rowSpan, columnSpan, isHeader }) => [
        text,
        row,
        column,
        rowSpan,
        columnSpan,
        isHeader,
      ]),
    ).toEqual([
      ["wide", 0, 0, undefined, 2, true],
      ["tall", 1, 0, 2, undefined, undefined],
      ["1", 1, 1, undefined, undefined, undefined],
      ["x y", 2, 1, undefined, undefined, undefined],
    ]);
  });
});

describe("sections", () => {
  test("have their headers before and their footers after them, each once", async () => {
    const ends = (id: string) =>
      `<w:sectPr><w:headerReference w:type="default" r:id="r-${id}"/><w:footerReference w:type="first" r:id="r-footer.xml"/></w:sectPr>`;
    const document = await read(
      aDocx(
        `${aParagraph("first", ends("h1.xml"))}${aParagraph("second", ends("h2.xml"))}${aParagraph("third")}${ends("h1.xml")}`,
        {
          "h1.xml": { kind: "header", xml: aParagraph("Draft") },
          "h2.xml": { kind: "header", xml: aParagraph("Annex") },
          "footer.xml": { kind: "footer", xml: aParagraph("never shown") },
        },
      ),
    );
    expect(outlineOf(document)).toEqual([
      "header: Draft",
      "paragraph: first",
      "header: Annex",
      "paragraph: second",
      "paragraph: third",
    ]);
  });

  test("show the header of a first page that an earlier section names", async () => {
    const first = `<w:sectPr><w:headerReference w:type="first" r:id="r-letter.xml"/><w:headerReference w:type="default" r:id="r-next.xml"/></w:sectPr>`;
    const document = await read(
      aDocx(`${aParagraph("one", first)}${aParagraph("two")}<w:sectPr><w:titlePg/></w:sectPr>`, {
        "letter.xml": { kind: "header", xml: aParagraph("Quayside Ropes, IBAN GB33") },
        "next.xml": { kind: "header", xml: aParagraph("continued") },
      }),
    );
    expect(outlineOf(document)).toEqual([
      "header: continued",
      "paragraph: one",
      "header: Quayside Ropes, IBAN GB33",
      "paragraph: two",
    ]);
  });
});

describe("drawings", () => {
  test("of charts are their data, of SmartArt its words", async () => {
    const point = (values: string[]) =>
      values.map((value, index) => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`).join("");
    const chart = `<c:chart><c:title><a:p><a:r><a:t>Rent</a:t></a:r></a:p></c:title><c:plotArea><c:barChart><c:ser>
      <c:tx><c:v>EUR</c:v></c:tx><c:cat>${point(["2025", "2026"])}</c:cat><c:val>${point(["1.5", "0.30000000000000004"])}</c:val>
      </c:ser></c:barChart></c:plotArea></c:chart>`;
    const art = `<dgm:ptLst><dgm:pt modelId="0" type="doc"/><dgm:pt modelId="2"><dgm:t><a:p><a:r><a:t>then</a:t></a:r></a:p></dgm:t></dgm:pt>
      <dgm:pt modelId="1"><dgm:t><a:p><a:r><a:t>first</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>
      <dgm:cxnLst><dgm:cxn srcId="0" destId="1" srcOrd="0"/><dgm:cxn srcId="1" destId="2" srcOrd="0"/><dgm:cxn srcId="2" destId="1" srcOrd="0"/></dgm:cxnLst>`;
    const document = await read(
      aDocx(
        `<w:p><w:r><w:drawing><c:chart r:id="r-chart.xml"/></w:drawing><w:drawing><dgm:relIds r:dm="r-art.xml"/></w:drawing></w:r></w:p>`,
        {
          "chart.xml": { kind: "chartSpace", xml: chart },
          "art.xml": { kind: "diagramData", xml: art },
        },
      ),
    );
    expect(outlineOf(document)).toEqual([
      "caption: Rent\nBar chart",
      "table: \tEUR\n2025\t1.5\n2026\t0.3",
      "list-item1: first",
      "list-item2: then",
    ]);
  });
});

describe("hostile and broken files", () => {
  test("nested deeper than any program writes are read as far as can be, or refused", async () => {
    const nested = (times: number) =>
      aDocx(
        `${"<w:sdt><w:sdtContent>".repeat(times)}${"</w:sdtContent></w:sdt>".repeat(times)}${aParagraph("after")}`,
      );
    expect((await read(nested(2_000))).text).toBe("after");
    await expect(read(nested(50_000))).rejects.toMatchObject({ code: "TOO_LARGE" });
  });

  test("with entities that would grow do not", async () => {
    const bytes = aZip({
      "_rels/.rels": relations([["r1", "officeDocument", "word/document.xml"]]),
      "word/document.xml": `<!DOCTYPE a [<!ENTITY b "${"x".repeat(1_000)}"><!ENTITY c "&b;&b;&b;">]><w:document xmlns:w="w"><w:body>${aParagraph("here &c;")}</w:body></w:document>`,
    });
    expect((await read(bytes)).text.length).toBeLessThan(100);
  });

  test("cut off before their table of contents are read to where they break, and it is said", async () => {
    const whole = aDocx(
      Array.from({ length: 400 }, (_, n) => aParagraph(`line ${n * 7919}`)).join(""),
    );
    const at = Buffer.from(whole).lastIndexOf("PK\u0001\u0002");
    const first = Buffer.from(whole).indexOf("PK\u0001\u0002");
    expect(at).toBeGreaterThan(first);
    const document = await read(whole.subarray(0, first));
    expect(document.text).toContain(`line ${399 * 7919}`);
    expect(document.warnings).toEqual(["The file is damaged: parts of the document are missing."]);
  });

  test("without a body are refused as damaged", async () => {
    const bytes = aZip({ "word/document.xml": "<nothing/>" });
    await expect(read(bytes)).rejects.toMatchObject({ code: "CORRUPT" });
  });
});
