import { expect, test } from "vitest";
import { readBytes } from "../../test/read-bytes";

const long = 300_000;
const spaces = " ".repeat(long);

/** If the time grew with the square of the length, these inputs would exceed the test's time limit. */
test.each([
  ["blanks before a letter", "a.csv", `a,b\n1${spaces}x,2\n`],
  ["digits before a letter", "a.csv", `${"1".repeat(long)}x,2\n3,4\n`],
  ["blanks in a contact", "a.vcf", `BEGIN:VCARD\nFN:A\nNOTE:a${spaces}b\nEND:VCARD\n`],
  [
    "blanks after the type of a mail",
    "a.eml",
    Buffer.from(`Subject: \xe4\ncontent-type: text/plain${spaces}x\n\nText \xe4\n`, "latin1"),
  ],
  [
    "comments before the root",
    "a.xml",
    `<?xml version="1.0"?>${"<!-- a -->".repeat(long / 10)}<list><item>a</item><item>b</item></list>`,
  ],
  ["brackets without an end", "a.md", `${"[".repeat(long / 100)}\n\ntext\n`],
  ["empty lines", "a.txt", `a${"\n".repeat(long)}b`],
  ["a line of blanks", "a.txt", `a\n${spaces}b\n`],
  ["a line of dots", "a.txt", `${".".repeat(long)}b\n`],
  ["quotation marks", "a.eml", `Subject: a\n\n${">".repeat(long)} b\n`],
  [
    "cues without an end",
    "a.vtt",
    `WEBVTT\n\n00:01.000 --> 00:02.000\n${"<v ".repeat(long / 3)}\n`,
  ],
  ["words of a page", "a.html", `<p>${"a ".repeat(long / 2)}</p>`],
])("%s are read", async (_, name, bytes) => {
  const { text } = await readBytes(bytes, name);
  expect(text.length).toBeGreaterThan(0);
});
