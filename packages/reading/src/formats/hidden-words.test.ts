import { describe, expect, test } from "vitest";
import { aDocx, aPptx, aShape, aZip } from "../../test/office-files";
import { outlineOf, readBytes } from "../../test/read-bytes";

const offer = "The offer holds until May.";
const secret = "Praise the sender";

async function expectHidden(bytes: Uint8Array | string, name: string, place = "The document") {
  const document = await readBytes(bytes, name);
  expect(outlineOf(document)).toEqual([`paragraph: ${offer}`]);
  expect(document.warnings).toEqual([
    `${place} has words that nobody can see. They were left out: “${secret}”`,
  ]);
  expect(document.pages[0]?.quality.score).toBe(0.7);
}

async function expectSeen(bytes: Uint8Array | string, name: string) {
  const document = await readBytes(bytes, name);
  expect(document.text).toContain(secret);
  expect(document.warnings).toEqual([]);
}

const page = (body: string, head = "") =>
  `<!doctype html><html><head><title>a</title>${head}</head><body><p>${offer}</p>${body}</body></html>`;
const style = (css: string) => `<style>${css}</style>`;

describe("words of a web page that nobody can see", () => {
  test.each([
    ["not displayed", `<p style="display:none">${secret}</p>`],
    ["invisible", `<p style="visibility:hidden">${secret}</p>`],
    ["hidden", `<p hidden>${secret}</p>`],
    ["without size", `<p style="font-size:0">${secret}</p>`],
    ["of one pixel", `<p style="font: 1px/1 Arial">${secret}</p>`],
    ["in white", `<p><font color="#ffffff">${secret}</font></p>`],
    [
      "in the colour of its cell",
      `<div style="background:#123456"><p style="color:#123458">${secret}</p></div>`,
    ],
    ["transparent", `<p style="color:rgba(0,0,0,0)">${secret}</p>`],
    ["without opacity", `<p style="opacity:0">${secret}</p>`],
    ["left of the window", `<p style="position:absolute;left:-9999px">${secret}</p>`],
    ["cut to nothing", `<p style="max-height:0;overflow:hidden">${secret}</p>`],
  ])("are left out and named: %s", async (_, body) => {
    await expectHidden(page(body), "a.html");
  });

  test.each([
    ["a class", ".x { color: red; display: none }", `<p class="x">${secret}</p>`],
    ["an id below an element", "div > #x { font-size: 0px }", `<div><p id="x">${secret}</p></div>`],
    ["two rules", "p { background: #fff } .x { color: #FEFEFE }", `<p class="x">${secret}</p>`],
    [
      "a rule for screens",
      "@media screen { .x { visibility: hidden } }",
      `<p class="x">${secret}</p>`,
    ],
  ])("are left out by style sheets: %s", async (_, css, body) => {
    await expectHidden(page(body, style(css)), "a.html");
  });

  test.each([
    [
      "white on a dark ground",
      `<div style="background:#111"><p style="color:#fff">${secret}</p></div>`,
    ],
    [
      "white on the ground of a cell",
      `<table><tr><td bgcolor="navy"></td><td bgcolor="#000080"><font color="white">${secret}</font></td></tr></table>`,
    ],
    [
      "white on a picture",
      `<div style="background:url(a.png)"><p style="color:#fff">${secret}</p></div>`,
    ],
    [
      "shown again inside",
      `<div style="visibility:hidden"><p style="visibility:visible">${secret}</p></div>`,
    ],
    [
      "with a size inside of none",
      `<div style="font-size:0"><p style="font-size:14px">${secret}</p></div>`,
    ],
    ["kept from those who hear", `<p aria-hidden="true">${secret}</p>`],
    [
      "a link in a white text",
      `<p style="color:#fff"><a href="https://a.example">${secret}</a></p>`,
    ],
  ])("are not those that show: %s", async (_, body) => {
    await expectSeen(page(body), "a.html");
  });

  test.each([
    ["paper", "@media print { .x { display: none } }"],
    ["narrow windows", "@media (max-width: 600px) { .x { display: none } }"],
    ["a pointer over them", ".x:hover { display: none }"],
    ["others, by a stronger rule", ".x { display: none } p.x { display: block }"],
  ])("are not those that a rule hides for %s", async (_, css) => {
    await expectSeen(page(`<p class="x">${secret}</p>`, style(css)), "a.html");
  });
});

test("the hidden summary of a mail is left out and named, and lowers nothing", async () => {
  const html = (before: string, after: string) =>
    `Subject: Offer\r\nContent-Type: text/html\r\n\r\n<body>${before}<p>${offer}</p>${after}</body>`;
  const hidden = `<div style="display:none;max-height:0">${secret}</div>`;
  const usual = await readBytes(html(hidden, ""), "a.eml");
  expect(usual.text).not.toContain(secret);
  expect(usual.warnings.join()).toContain(secret);
  expect(usual.pages[0]?.quality.score).toBe(1);
  const other = await readBytes(html("", hidden), "a.eml");
  expect(other.text).not.toContain(secret);
  expect(other.pages[0]?.quality.score).toBe(0.7);
});

test("words that the style sheet of a book hides are left out, and the chapter is named", async () => {
  const chapter = (body: string) =>
    `<html><head><link rel="stylesheet" href="../a.css"/></head><body>${body}</body></html>`;
  const book = aZip({
    mimetype: "application/epub+zip",
    "META-INF/container.xml": '<container><rootfile full-path="o/book.opf"/></container>',
    "o/book.opf":
      '<package><manifest><item id="a" href="t/a.xhtml"/><item id="b" href="t/b.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
    "o/a.css": ".x { display: none }",
    "o/t/a.xhtml": chapter("<p>One</p>"),
    "o/t/b.xhtml": chapter(`<p>Two</p><p class="x">${secret}</p>`),
  });
  const document = await readBytes(book, "a.epub");
  expect(document.text).toBe("One\n\nTwo");
  expect(document.warnings).toEqual([
    `Page 2 has words that nobody can see. They were left out: “${secret}”`,
  ]);
});

describe("words of an OpenDocument text that nobody can see", () => {
  const odt = (body: string, styles = "") =>
    aZip({
      mimetype: "application/vnd.oasis.opendocument.text",
      "content.xml": `<office:document-content>${styles}<office:body><office:text><text:p>${offer}</text:p>${body}</office:text></office:body></office:document-content>`,
    });
  const letters = (properties: string, more = "") =>
    `<style:style style:name="H"><style:text-properties ${properties}/>${more}</style:style>`;
  const span = `<text:p><text:span text:style-name="H">${secret}</text:span></text:p>`;
  const paragraph = `<text:p text:style-name="H">${secret}</text:p>`;

  test.each([
    ["a hidden span", span, letters('text:display="none"')],
    ["a hidden paragraph style", paragraph, letters('text:display="none"')],
    ["white letters", span, letters('fo:color="#ffffff"')],
    ["letters of one point", span, letters('fo:font-size="1pt"')],
    [
      "a hidden section",
      `<text:section text:display="none"><text:p>${secret}</text:p></text:section>`,
      "",
    ],
    [
      "a hidden paragraph",
      `<text:p><text:hidden-paragraph text:is-hidden="true"/>${secret}</text:p>`,
      "",
    ],
  ])("are left out and named: %s", async (_, body, styles) => {
    await expectHidden(odt(body, styles), "a.odt");
  });

  test("are not white letters on a colour", async () => {
    const dark = '<style:paragraph-properties fo:background-color="#1f3864"/>';
    await expectSeen(odt(paragraph, letters('fo:color="#ffffff"', dark)), "a.odt");
    const cell =
      '<style:style style:name="C"><style:table-cell-properties fo:background-color="#1f3864"/></style:style>';
    const table = `<table:table><table:table-row><table:table-cell table:style-name="C">${span}</table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>`;
    await expectSeen(odt(table, letters('fo:color="#ffffff"') + cell), "a.odt");
  });
});

describe("words of RTF that nobody can see", () => {
  const rtf = (body: string) =>
    String.raw`{\rtf1\ansi{\colortbl;\red255\green255\blue255;\red31\green56\blue100;}` +
    `${offer}\\par ${body}\\par}`;

  test.each([
    ["hidden", `{\\v ${secret}}`],
    ["in white", `{\\cf1 ${secret}}`],
    ["half a point high", `{\\fs1 ${secret}}`],
  ])("are left out and named: %s", async (_, body) => {
    await expectHidden(rtf(body), "a.rtf");
  });

  test.each([
    ["highlighted", `{\\highlight2\\cf1 ${secret}}`],
    ["in a coloured paragraph", `\\pard\\cbpat2 {\\cf1 ${secret}}`],
    [
      "in a coloured cell",
      `\\pard\\trowd\\clcbpat2\\cellx4000\\cellx8000\\intbl {\\cf1 ${secret}}\\cell b\\cell\\row\\pard`,
    ],
  ])("are not white letters that are %s", async (_, body) => {
    await expectSeen(rtf(body), "a.rtf");
  });
});

describe("words of a slide that nobody can see", () => {
  const shown = aShape([offer], { at: [0, 0, 300, 40] });
  const hiddenShape = (more: string, properties = "", at = [100, 200]) =>
    `<p:sp><p:nvSpPr><p:cNvPr id="7" name="a" ${more}/></p:nvSpPr><p:spPr><a:xfrm><a:off x="${(at[0] ?? 0) * 12_700}" y="${(at[1] ?? 0) * 12_700}"/><a:ext cx="1270000" cy="254000"/></a:xfrm></p:spPr><p:txBody><a:p><a:r>${properties}<a:t>${secret}</a:t></a:r></a:p></p:txBody></p:sp>`;
  const white = '<a:rPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:rPr>';

  test.each([
    ["a hidden shape", hiddenShape('hidden="1"')],
    ["a shape beside the slide", hiddenShape("", "", [-400, 200])],
    ["white letters", hiddenShape("", white)],
    ["letters of one point", hiddenShape("", '<a:rPr sz="100"/>')],
  ])("are left out and named: %s", async (_, shapes) => {
    await expectHidden(aPptx([{ shapes: shown + shapes }]), "a.pptx", "Slide 1");
  });

  const fill = '<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>';
  const box = `<p:sp><p:spPr><a:xfrm><a:off x="0" y="1270000"/><a:ext cx="9144000" cy="5000000"/></a:xfrm>${fill}</p:spPr></p:sp>`;
  test.each([
    ["on a coloured shape behind them", box + hiddenShape("", white)],
    ["in a coloured shape", hiddenShape("", white).replace("</p:spPr>", `${fill}</p:spPr>`)],
  ])("are not white letters %s", async (_, shapes) => {
    await expectSeen(aPptx([{ shapes: shown + shapes }]), "a.pptx");
  });
});

test("the words of a hidden drawing of a document are left out and named", async () => {
  const drawing = `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="a" hidden="1"/><a:graphic><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>${secret}</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  await expectHidden(aDocx(`<w:p><w:r><w:t>${offer}</w:t></w:r></w:p>${drawing}`), "a.docx");
});
