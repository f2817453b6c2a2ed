import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { outlineOf, readBytes } from "../../../../test/read-bytes";

const names = ["office", "text", "table", "style", "number", "draw", "dc", "xlink", "fo", "svg"]
  .map((name) => `xmlns:${name}="${name}"`)
  .join(" ");

const content = (tables: string, styles = "") =>
  `<office:document-content ${names}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;

const table = (rows: string, given = "") =>
  `<table:table table:name="S" ${given}>${rows}</table:table>`;
const row = (cells: string, given = "") => `<table:table-row ${given}>${cells}</table:table-row>`;
const cell = (type: string, value: string, shown: string, given = "") =>
  `<table:table-cell office:value-type="${type}" ${value} ${given}>${shown && `<text:p>${shown}</text:p>`}</table:table-cell>`;
const word = (text: string) => cell("string", "", text);

const ods = (tables: string, styles = "") =>
  zipSync({
    mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
    "content.xml": strToU8(content(tables, styles)),
  });

const read = async (tables: string, styles = "") => readBytes(ods(tables, styles), "a.ods");
const tableIn = async (tables: string, styles = "") =>
  outlineOf(await read(tables, styles)).slice(1);

describe("a sheet of OpenDocument", () => {
  test("is read without styles.xml: dates by their value, numbers as shown", async () => {
    const cells = [
      cell("date", 'office:date-value="2026-03-04"', "04.03.2026"),
      cell("date", 'office:date-value="2026-03-04T13:30:00"', "04/03/26 13:30"),
      cell("time", 'office:time-value="P1DT2H"', "26:00"),
      cell("boolean", 'office:boolean-value="true"', "WAHR"),
      cell("currency", 'office:value="12.5"', "12,50 €", 'table:formula="of:=SUM([.A1:.B1])"'),
    ];
    const document = await read(table(row(cells.join(""))));
    expect(outlineOf(document)).toEqual([
      "heading1: S",
      "table: 2026-03-04 (04.03.2026)\t2026-03-04 13:30:00\t26:00\tWAHR\t12,50 €",
    ]);
    expect(document.blocks[1]?.cells?.[0]?.shown).toBe("04.03.2026");
    expect(document.blocks[1]?.cells?.[4]).toMatchObject({
      number: 12.5,
      formula: "=SUM(A1:B1)",
    });
  });

  test("that holds values without shown texts says each value with its unit", async () => {
    const cells = [
      cell("string", 'office:string-value="only in the attribute"', ""),
      cell("time", 'office:time-value="PT36H05M00S"', ""),
      cell("time", 'office:time-value="-PT2H"', ""),
      cell("percentage", 'office:value="0.19"', ""),
      cell("currency", 'office:value="1234.5" office:currency="EUR"', ""),
    ];
    expect(await tableIn(table(row(cells.join(""))))).toEqual([
      "table: only in the attribute\t36:05:00\t-02:00:00\t19%\t1234.5 EUR",
    ]);
  });

  test("shows a formula that has no stored value, and says so", async () => {
    const formula = `<table:table-cell table:formula="of:=SUM([.A1:.A2];[$Other.B1])"/>`;
    const document = await read(table(row(word("Total") + formula)));
    expect(outlineOf(document).slice(1)).toEqual(["table: Total\t=SUM(A1:A2;$Other.B1)"]);
    expect(document.warnings).toEqual([
      expect.stringContaining("one formula without a stored value"),
    ]);
  });

  test("has plain numbers under a date, percentage or duration style as some exporters write them", async () => {
    const style = (name: string, parts: string, given = "") =>
      `<number:${name} style:name="${name}1" ${given}>${parts}</number:${name}><style:style style:name="c-${name}" style:family="table-cell" style:data-style-name="${name}1"/>`;
    const long = 'number:style="long"';
    const styles = [
      style(
        "date-style",
        `<number:year ${long}/><number:text>-</number:text><number:month ${long}/><number:text>-</number:text><number:day ${long}/><number:text> </number:text><number:hours ${long}/><number:text>:</number:text><number:minutes ${long}/>`,
      ),
      style(
        "percentage-style",
        '<number:number number:decimal-places="2" number:min-integer-digits="1"/><number:text>%</number:text>',
      ),
      style(
        "time-style",
        `<number:hours/><number:text>:</number:text><number:minutes ${long}/>`,
        'number:truncate-on-overflow="false"',
      ),
      style(
        "currency-style",
        '<number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/><number:text> </number:text><number:currency-symbol>€</number:currency-symbol>',
      ),
    ];
    const bare = (value: number, name: string) =>
      cell("float", `office:value="${value}"`, String(value), `table:style-name="c-${name}"`);
    expect(
      await tableIn(
        table(
          row(
            bare(46082.75, "date-style") +
              bare(0.12345, "percentage-style") +
              bare(1.5, "time-style") +
              bare(1234.5, "currency-style"),
          ),
        ),
        styles.join(""),
      ),
    ).toEqual(["table: 2026-03-01 18:00:00\t12.35%\t36:00\t1,234.50 €"]);
  });

  test("repeats filled cells, and skips the empty rest of the sheet", async () => {
    const rows = [
      row(cell("string", "", "x", 'table:number-columns-repeated="2"') + word("y")),
      row("<table:table-cell/>", 'table:number-rows-repeated="3"'),
      row(word("below"), 'table:number-rows-repeated="2"'),
      row(
        '<table:table-cell table:number-columns-repeated="16384"/>',
        'table:number-rows-repeated="1048570"',
      ),
    ];
    const document = await read(table(rows.join("")));
    expect(outlineOf(document).slice(1)).toEqual(["table: x\tx\ty", "table: below\nbelow"]);
    expect(document.blocks.flatMap(({ range }) => range ?? [])).toEqual(["A1:C1", "A5:A6"]);
  });

  test("says where a value repeats more often than is read", async () => {
    const many = 'table:number-rows-repeated="5000"';
    const document = await read(table(row(word("same"), many) + row(word("after"))));
    expect(document.blocks[1]?.cells).toHaveLength(1_000);
    expect(document.text).toContain("after");
    expect(document.warnings).toEqual([
      "Sheet “S” has more cells than are read; the last are left out.",
    ]);
    const blank = await read(table(row(word("x")) + row(cell("string", "", ""), many)));
    expect(blank.warnings).toEqual([]);
  });

  test("keeps merged cells, links, comments, shapes, and says what is hidden", async () => {
    const note =
      "<office:annotation><dc:creator>Ann</dc:creator><text:p>look</text:p></office:annotation>";
    const linked = `<table:table-cell office:value-type="string" table:number-columns-spanned="2">${note}<text:p><text:a xlink:href="https://a.example/">home</text:a></text:p></table:table-cell><table:covered-table-cell/>`;
    const box =
      "<table:table-cell><draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame></table:table-cell>";
    const document = await read(
      table(row(linked) + row(word("a") + word("b"), 'table:visibility="collapse"') + row(box)) +
        `<table:table table:name="Secret" table:style-name="ta2">${row(word("y"))}</table:table>`,
      '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>',
    );
    expect(outlineOf(document)).toEqual([
      "heading1: S",
      "table: home",
      "table: a\tb",
      "paragraph: boxed",
      "comment: A1 Ann: look",
      "heading1: Secret",
      "table: y",
    ]);
    expect(document.links).toMatchObject([{ url: "https://a.example/" }]);
    expect(document.blocks[1]?.cells?.[0]).toMatchObject({ columnSpan: 2 });
    expect(document.warnings).toEqual([
      "Sheet “S” has 1 hidden rows and 0 hidden columns; they were read.",
      "Sheet “Secret” is hidden; it was read all the same.",
    ]);
  });

  test("says that columns are hidden, and reads them", async () => {
    const columns =
      '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/><table:table-column/>';
    const document = await read(table(columns + row(word("a") + word("b") + word("c"))));
    expect(document.text).toContain("a\tb\tc");
    expect(document.warnings).toEqual([
      "Sheet “S” has 0 hidden rows and 2 hidden columns; they were read.",
    ]);
  });

  test("has the words of the shapes that lie on it, with their tables and pictures", async () => {
    const inner = `<table:table>${row(word("in a shape") + word("x"))}</table:table>`;
    const shapes = `<table:shapes><draw:custom-shape><text:p>round</text:p></draw:custom-shape><draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame><draw:g><draw:rect><text:p>grouped</text:p></draw:rect></draw:g><draw:frame><draw:object>${inner}</draw:object></draw:frame><draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>The floor plan</svg:desc></draw:frame></table:shapes>`;
    const document = await read(table(shapes + row(word("a") + word("b"))));
    expect(outlineOf(document)).toEqual([
      "heading1: S",
      "table: a\tb",
      "paragraph: round",
      "paragraph: boxed",
      "paragraph: grouped",
      "table: in a shape\tx",
      "figure: The floor plan",
    ]);
  });

  test("leaves out and names words that a format or white on white hides", async () => {
    const styles = [
      '<number:number-style style:name="N1P0" style:volatile="true"/>',
      '<number:text-style style:name="N1"><style:map style:condition="value()&gt;0" style:apply-style-name="N1P0"/></number:text-style>',
      '<number:text-style style:name="N2"><number:text-content/></number:text-style>',
      '<style:style style:name="hidden" style:family="table-cell" style:data-style-name="N1"/>',
      '<style:style style:name="shown" style:family="table-cell" style:data-style-name="N2"/>',
      '<style:style style:name="white" style:family="table-cell"><style:text-properties fo:color="#ffffff"/></style:style>',
      '<style:style style:name="white2" style:family="table-cell" style:parent-style-name="white"/>',
      '<style:style style:name="onblue" style:family="table-cell" style:parent-style-name="white"><style:table-cell-properties fo:background-color="#0000ff"/></style:style>',
    ].join("");
    const styled = (name: string, text: string) =>
      cell("string", "", text, `table:style-name="${name}"`);
    const cells =
      word("seen") +
      styled("hidden", "by format") +
      cell("float", 'office:value="42"', "", 'table:style-name="hidden"') +
      styled("white2", "pale") +
      styled("onblue", "on blue") +
      styled("shown", "text");
    const document = await read(table(row(cells)), styles);
    expect(document.text).toBe("S\n\nseen\ton blue\ttext");
    expect(document.warnings).toEqual([
      "Sheet “S” has words that nobody can see. They were left out: “by format 42 pale”",
    ]);

    const withShape = "<table:shapes><draw:rect><text:p>ground</text:p></draw:rect></table:shapes>";
    const drawn = await read(
      table(withShape + row(word("seen") + styled("white", "pale"))),
      styles,
    );
    expect(drawn.text).toContain("pale");
    expect(drawn.warnings).toEqual([
      "Sheet “S” has white words, which may not show. They were read: “pale”",
    ]);
  });

  test("takes the look of a cell without a style from its row or column", async () => {
    const styles =
      '<style:style style:name="white" style:family="table-cell"><style:text-properties fo:color="#FFFFFF"/></style:style>';
    const columns =
      '<table:table-column/><table:table-column table:default-cell-style-name="white"/>';
    const document = await read(
      table(
        columns +
          row(word("a") + word("b")) +
          row(word("c"), 'table:default-cell-style-name="white"'),
      ),
      styles,
    );
    expect(document.warnings).toEqual([expect.stringContaining("left out: “b c”")]);
  });

  test("is refused with the reason if it is protected or has no body", async () => {
    const locked = zipSync({
      mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
      "content.xml": strToU8("x"),
      "META-INF/manifest.xml": strToU8("<manifest:encryption-data/>"),
    });
    await expect(readBytes(locked, "a.ods")).rejects.toMatchObject({ code: "ENCRYPTED" });
    const broken = zipSync({
      mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
      "content.xml": strToU8("x"),
    });
    await expect(readBytes(broken, "a.ods")).rejects.toMatchObject({ code: "CORRUPT" });
  });

  test("is read from one flat XML file", async () => {
    const flat = `<?xml version="1.0"?><office:document ${names} office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>${table(row(word("flat")))}</office:spreadsheet></office:body></office:document>`;
    const document = await readBytes(strToU8(flat), "a.fods");
    expect(outlineOf(document)).toEqual(["heading1: S", "table: flat"]);
  });
});
