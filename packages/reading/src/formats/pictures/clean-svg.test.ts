import { expect, test } from "vitest";
import { cleanSvg } from "./clean-svg";

const around = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`;

test.each([
  ["a script", "<script>alert(1)</script><rect/>", "<rect></rect>"],
  ["an event", '<rect onload="alert(1)" x="1"/>', '<rect x="1"></rect>'],
  ["foreign content", "<foreignObject><p>Hi <b>x</b></p></foreignObject><rect/>", "<rect></rect>"],
  ["a file", '<image href="file:///etc/passwd" x="1"/>', '<image x="1"></image>'],
  ["an address", '<use xlink:href="https://example.com/a.svg#x"/>', "<use></use>"],
])("leaves out %s", (_, given, expected) => {
  expect(cleanSvg(around(given))).toBe(around(expected));
});

test("keeps parts of its own and pictures that it holds as data", () => {
  const own = '<use href="#part"></use><image href="data:image/png;base64,AAAA"></image>';
  expect(cleanSvg(around(own))).toBe(around(own));
});

test("writes an attribute once and names fonts that are there", () => {
  expect(
    cleanSvg(around('<text font-size="9" font-size="12" font-family="Calibri, Arial">a</text>')),
  ).toBe(around('<text font-size="9" font-family="Carlito">a</text>'));
  expect(cleanSvg(around('<text font-family="Some Unknown Font">a</text>'))).toContain(
    "Liberation Sans",
  );
});

test("makes a drawing inside it a part of it, with ids of its own", () => {
  const inner =
    '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5"><g id="a"/><rect fill="url(#a)"/></svg>';
  const href = `data:image/svg+xml;base64,${Buffer.from(inner).toString("base64")}`;
  const svg = cleanSvg(
    around(`<image x="1" y="2" width="20" height="10" clip-path="url(#c)" href="${href}"/>`),
  );

  expect(svg).toContain('<g clip-path="url(#c)">');
  expect(svg).toMatch(/<svg [^>]*x="1" y="2" width="20" height="10" viewBox="0 0 10 5">/);
  expect(svg).toContain('id="p1-a"');
  expect(svg).toContain('fill="url(#p1-a)"');
});

test("ends for drawings that hold themselves again and again", () => {
  let svg = around("<rect/>");
  for (let depth = 0; depth < 6; depth++)
    svg = around(
      `<image href="data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}"/>`,
    );
  expect(cleanSvg(svg)).not.toContain("<rect");
});
