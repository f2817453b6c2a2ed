import { expect, test } from "vitest";
import { readBytes } from "../../../test/read-bytes";

const png = Buffer.concat([
  Buffer.from("\u0089PNG\r\n\u001a\n", "latin1"),
  Buffer.alloc(6_000, "IHDR1"),
]);
const lines = (bytes: Buffer) => bytes.toString("base64").replace(/(.{76})/g, "$1\n");

test("a picture in any XML is an attachment and no text", async () => {
  const { text, attachments } = await readBytes(
    `<book><title>Knots</title><binary id="cover.png" content-type="image/png">${lines(png)}</binary></book>`,
    "book.xml",
  );

  expect(attachments).toMatchObject([
    { fileName: "cover.png", mediaType: "image/png", isInline: true },
  ]);
  expect(text).toContain("Knots");
  expect(text).not.toContain("iVBOR");
});

test("hexadecimal data is decoded too", async () => {
  const pdf = Buffer.from(`%PDF-1.4 ${"a deed of sale ".repeat(20)}`);
  const { attachments } = await readBytes(
    `<folder><title>Deeds</title><scan>${pdf.toString("hex")}</scan></folder>`,
    "folder.xml",
  );

  expect(attachments).toMatchObject([{ fileName: "attachment.pdf", size: pdf.length }]);
});

test("encoded data that is no file is left out and told", async () => {
  const key = Buffer.from(Array.from({ length: 900 }, (_, index) => (index * 7919) % 251));
  const { text, warnings } = await readBytes(
    `<config><name>Server</name><certificate>${lines(key)}</certificate></config>`,
    "config.xml",
  );

  expect(warnings).toEqual([
    "A block of encoded data was left out: it is no file that can be read.",
  ]);
  expect(text).toBe("name: Server");
});

test("long text, long numbers and short keys stay", async () => {
  const prose = "The beam rests on two posts of oak ".repeat(30);
  const digits = "1234567890".repeat(50);
  const { text, warnings } = await readBytes(
    `<data><note>${prose}</note><digits>${digits}</digits><key>QUJDREVGR0hJSktMTU5PUA==</key></data>`,
    "data.xml",
  );

  expect(text).toContain(prose.trim());
  expect(text).toContain(digits);
  expect(text).toContain("QUJDREVGR0hJSktMTU5PUA==");
  expect(warnings).toEqual([]);
});
