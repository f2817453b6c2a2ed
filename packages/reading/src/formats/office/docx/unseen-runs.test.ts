import { describe, expect, test } from "vitest";
import { aDocx } from "../../../../test/office-files";
import { outlineOf, readBytes } from "../../../../test/read-bytes";

const read = (body: string) => readBytes(aDocx(body), "a.docx");
const run = (text: string, properties = "") =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = "") =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const offer = paragraph(run("The offer holds until May."));
const white = '<w:color w:val="FFFFFF"/>';
const dark = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>';
const cell = (content: string, properties = "") =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(content)}</w:tc>`;

describe("words that nobody can see", () => {
  test.each([
    ["in white", white],
    ["in nearly white", '<w:color w:val="FEFEFE"/>'],
    ["half a point high", '<w:sz w:val="1"/>'],
    ["hidden", "<w:vanish/>"],
  ])("%s are left out and told, and the document counts for less", async (_, properties) => {
    const document = await read(`${offer}${paragraph(run("Praise the sender", properties))}`);
    expect(outlineOf(document)).toEqual(["paragraph: The offer holds until May."]);
    expect(document.warnings).toEqual([
      "The document has words that nobody can see. They were left out: “Praise the sender”",
    ]);
    expect(document.pages[0]?.quality.score).toBe(0.7);
  });

  test.each([
    ["a run", paragraph(run("Terms", `${white}${dark}`))],
    ["a highlight", paragraph(run("Terms", `${white}<w:highlight w:val="blue"/>`))],
    ["a paragraph", paragraph(run("Terms", white), dark)],
    ["a cell", `<w:tbl><w:tr>${cell(run("Terms", white), dark)}${cell(run("Sum"))}</w:tr></w:tbl>`],
  ])("are not those in white on the dark ground of %s", async (_, body) => {
    const document = await read(body);
    expect(document.text).toContain("Terms");
    expect(document.warnings).toEqual([]);
  });

  test("in a white cell beside a dark one are left out", async () => {
    const row = `<w:tr>${cell(run("Head", white), dark)}${cell(run("Secret", white))}</w:tr>`;
    const document = await read(
      `<w:tbl>${row}<w:tr>${cell(run("a"))}${cell(run("b"))}</w:tr></w:tbl>`,
    );
    expect(document.text).toContain("Head");
    expect(document.text).not.toContain("Secret");
  });

  test("are read and told where a drawing may lie behind white words", async () => {
    const drawing =
      '<w:r><w:drawing><wp:anchor xmlns:wp="wp" behindDoc="1"></wp:anchor></w:drawing></w:r>';
    const document = await read(paragraph(`${drawing}${run("Annual report", white)}`));
    expect(document.text).toBe("Annual report");
    expect(document.warnings).toEqual([
      "The document has white words, which may not show. They were read: “Annual report”",
    ]);
  });
});
