import { expect, test } from "vitest";

import { toCsv } from "./to-csv";

test("it keeps commas, quotes and line breaks inside their cell", () => {
  expect(toCsv([{ a: 'say "hi", twice\nnow', b: 2 }])).toBe('a,b\r\n"say ""hi"", twice\nnow",2');
});

test("it never hands a spreadsheet a formula that someone smuggled into a name", () => {
  expect(toCsv([{ a: "=HYPERLINK(1)" }])).toBe(`a\r\n"'=HYPERLINK(1)"`);
});

test.each(["=", "+", "-", "@", "\t", "\r"])("it escapes a text that begins with %j", (sign) => {
  expect(toCsv([{ a: `${sign}1` }])).toBe(`a\r\n"'${sign}1"`);
});

test("an empty cell stays empty", () => {
  expect(toCsv([{ a: null, b: "x" }])).toBe("a,b\r\n,x");
});

test("it leaves negative numbers numbers", () => {
  expect(toCsv([{ a: -3 }])).toBe("a\r\n-3");
});
