import { expect, test } from "vitest";
import { aDocx } from "../../test/office-files";
import { outlineOf, readBytes } from "../../test/read-bytes";

const web = (html: string, name = "a.html") => readBytes(html, name);
const run = (text: string, align = "") =>
  `<w:r>${align && `<w:rPr><w:vertAlign w:val="${align}script"/></w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

test.each([
  ["10<sup>-3</sup> mol", "10⁻³ mol"],
  ["10 <sup>−9</sup>", "10 ⁻⁹"],
  ["x<sup>2</sup>", "x²"],
  ["2<sup>n+1</sup>", "2ⁿ⁺¹"],
  ["e<sup>x</sup>", "e^x"],
  ["x<sup>1/2</sup>", "x^(1/2)"],
  ["SO<sub>4</sub><sup>2-</sup>", "SO4²⁻"],
  ["CO<sub>2</sub>", "CO2"],
  ["10<sub>2</sub>", "10₂"],
  ["x<sub>-1</sub>", "x₋₁"],
  ["1<sup>st</sup>, M<sup>me</sup>, n<sup>o</sup> 5", "1st, Mme, no 5"],
  ["word<sup>1,2</sup> and <sup>[3]</sup>", "word¹,² and [3]"],
  ["<sup>1</sup> A note", "¹ A note"],
])("raised and lowered text keeps its value: %s", async (html, text) => {
  expect((await web(`<!doctype html><p>${html}</p>`)).text).toBe(text);
  expect(
    (
      await web(
        `<!doctype html><table><tr><th>a</th><th>b</th></tr><tr><td>${html}</td><td>c</td></tr></table>`,
      )
    ).text,
  ).toContain(text);
});

test("an exponent keeps its value in articles and in Word, and links in it stay true", async () => {
  const article = `<?xml version="1.0"?><article><body><sec><title>T</title><p>We took 10<sup>-3</sup> mol.</p></sec></body></article>`;
  expect((await web(article, "a.xml")).text).toContain("10⁻³ mol");
  const word = aDocx(
    `<w:p>${run("10")}${run("−", "super")}${run("3", "super")}${run(" mol of H")}${run("2", "sub")}${run("O")}</w:p>`,
  );
  expect((await readBytes(word, "a.docx")).text).toBe("10⁻³ mol of H2O");
  const { text, links } = await web(
    '<!doctype html><p>As said<sup><a href="https://example.com/">12</a></sup> here</p>',
  );
  expect(links.map(({ span }) => text.slice(...span))).toEqual(["¹²"]);
});

test("an exponent may come from the style of its words", async () => {
  const styles = {
    "styles.xml": {
      kind: "styles",
      xml: '<w:style w:type="character" w:styleId="Up"><w:name w:val="Up"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
    },
  };
  const body = `<w:p>${run("5 m")}<w:r><w:rPr><w:rStyle w:val="Up"/></w:rPr><w:t>2</w:t></w:r></w:p>`;
  expect((await readBytes(aDocx(body, styles), "a.docx")).text).toBe("5 m²");
});

test("deleted words are told from the others, and a warning counts them", async () => {
  const document = await web(
    "<!doctype html><p><del>old price 10</del> <ins>new price 12</ins>, <s> was</s> is</p><del><p>A whole</p><ul><li>list</li></ul></del><del> </del>",
  );
  expect(outlineOf(document)).toEqual([
    "paragraph: ~~old price 10~~ new price 12, ~~was~~ is",
    "paragraph: ~~A whole~~",
    "list-item1: ~~list~~",
  ]);
  expect(document.warnings).toEqual(["The text has 3 deletions, between the marks ~~ and ~~."]);
});

test("the foot of a table comes last, wherever it is written", async () => {
  const { text } = await web(
    "<!doctype html><table><thead><tr><th>A</th><th>B</th></tr></thead><tfoot><tr><td>Sum</td><td>5</td></tr></tfoot><tbody><tr><td>x</td><td>5</td></tr></tbody></table>",
  );
  expect(text).toBe("A\tB\nx\t5\nSum\t5");
});
