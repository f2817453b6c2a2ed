import { readFile } from "node:fs/promises";
import { strToU8, zipSync } from "fflate";
import iconv from "iconv-lite";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { outlineOf, readBytes } from "../../test/read-bytes";

const patiently = { timeout: 60_000 };

const zipOf = (name: string, text: string) => zipSync({ [name]: strToU8(text) });

describe("readFile", patiently, () => {
  test.each([
    ["utf-8", "Grüße aus Köln, €5"],
    ["utf-16le", "Grüße aus Köln, €5"],
    ["windows-1251", "Договор аренды жилого помещения заключён между сторонами."],
    ["shift_jis", "賃貸借契約書は両当事者の間で締結されたものとする。"],
  ])("reads text written in %s", async (charset, text) => {
    expect((await readBytes(iconv.encode(text, charset), "a.txt")).text).toBe(text);
  });

  test("goes by content, not by name", async () => {
    const html =
      "<!doctype html><title>T</title><h1>Rent</h1><p>a <b>b</b><script>x()</script><p hidden>h";
    expect(outlineOf(await readBytes(html, "a.pdf"))).toEqual(["heading1: Rent", "paragraph: a b"]);
    expect((await readBytes("a;b;c\n1;2;3\n4;5;6\n7;8;9\n", "a.docx")).format).toBe("csv");
    expect((await readBytes('{"a": [1, 2]}', "a.txt")).format).toBe("json");
  });

  test("keeps the structure of Markdown and nothing of the markup in it", async () => {
    const markdown =
      "---\ntitle: T\n---\n# Rent\n\nPaid **monthly** <script>x</script>\n\n- one\n- two\n\n|a|b|\n|-|-|\n|1|2|\n\n```\ncode  x\n```\n";
    const document = await readBytes(markdown, "a.md");
    expect(outlineOf(document)).toEqual([
      "heading1: Rent",
      "paragraph: Paid monthly",
      "list-item1: one",
      "list-item1: two",
      "table: a\tb\n1\t2",
      "code: code  x",
    ]);
    expect(document.metadata.title).toBe("T");
  });

  test("reads a mail's headers and body and writes its attachments out, mails in it included", async () => {
    const mail = [
      "From: =?utf-8?Q?J=C3=BCrgen?= <j@example.com>",
      "To: ann@example.com, Bo <bo@example.com>",
      "Subject: =?iso-8859-1?Q?Mietvertrag_gek=FCndigt?=",
      "Date: Tue, 3 Mar 2026 10:00:00 +0100",
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/html; charset=utf-8",
      "",
      "<p>Dear Ann</p><img src='http://t/x.gif'>",
      "--b",
      "Content-Type: text/csv",
      'Content-Disposition: attachment; filename="../costs.csv"',
      "Content-Transfer-Encoding: base64",
      "",
      "YSxiCg==",
      "--b",
      "Content-Type: message/rfc822",
      "",
      "From: x@example.com",
      "Subject: inner",
      "",
      "hello",
      "--b--",
      "",
    ].join("\r\n");
    await readBytes(mail, "mail.eml", {
      keep: async ({ metadata, attachments, text }) => {
        expect(metadata).toEqual({
          language: "de",
          title: "Mietvertrag gekündigt",
          subject: "Mietvertrag gekündigt",
          from: "Jürgen <j@example.com>",
          to: ["ann@example.com", "Bo <bo@example.com>"],
          sentAt: "2026-03-03T10:00:00+01:00",
        });
        expect(text).toContain("Dear Ann");
        expect(attachments.map(({ fileName, mediaType }) => [fileName, mediaType])).toEqual([
          ["costs.csv", "text/csv"],
          ["attachment-2.eml", "message/rfc822"],
        ]);
        expect(await readFile(attachments[0]?.path ?? "", "utf8")).toBe("a,b\n");
        expect(await readFile(attachments[1]?.path ?? "", "utf8")).toContain("Subject: inner");
      },
    });
  });

  test("recognises the text of a picture, also one that lies on its side", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300"><rect width="900" height="300" fill="#fff"/>
      <text x="40" y="90" font-size="44" font-family="sans-serif">Receipt number 4711 from the bakery</text>
      <text x="40" y="180" font-size="44" font-family="sans-serif">Total amount paid 12.50 euros today</text></svg>`;
    for (const turn of [0, 90]) {
      const png = await sharp(Buffer.from(svg)).rotate(turn).png().toBuffer();
      const { text, pages } = await readBytes(png, "receipt.png");
      expect(text).toContain("4711");
      expect(text).toContain("12.50");
      const [page] = pages;
      expect(page).toMatchObject({ kind: "image", recognised: true, width: turn ? 300 : 900 });
      for (const [, , x, y, width, height] of page?.words ?? []) {
        expect(x + width).toBeLessThanOrEqual((page?.width ?? 0) + 1);
        expect(y + height).toBeLessThanOrEqual((page?.height ?? 0) + 1);
        if (turn) expect(height).toBeGreaterThan(5);
      }
    }
  });

  test.each([
    ["nothing", new Uint8Array(), "EMPTY"],
    ["only white space", " \n\t", "EMPTY"],
    [
      "a program",
      Buffer.concat([Buffer.from("7f454c460201010000", "hex"), Buffer.alloc(500)]),
      "UNSUPPORTED_TYPE",
    ],
    [
      "random bytes",
      Buffer.from(Array.from({ length: 2_000 }, (_, index) => (index * 7919) % 251)),
      "UNSUPPORTED_TYPE",
    ],
    ["a broken picture", Buffer.from("89504e470d0a1a0a0000000d49484452000000", "hex"), "CORRUPT"],
    ["a broken archive", Buffer.from("PK\u0003\u0004 and no more"), "CORRUPT"],
  ])("refuses %s with a reason and a remedy", async (_, bytes, code) => {
    await expect(readBytes(bytes, "a.bin")).rejects.toMatchObject({
      code,
      remedy: expect.stringMatching(/\.$/),
    });
  });

  test("refuses an archive that would unpack to far too much", async () => {
    const bomb = zipOf("word/document.xml", "x".repeat(30_000_000));
    await expect(readBytes(bomb, "a.docx")).rejects.toMatchObject({ code: "TOO_LARGE" });
  });

  test("expands no entities of a hostile file", async () => {
    const xml =
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a><p>safe &x;</p></a>';
    expect((await readBytes(xml, "a.xml")).text).not.toContain("root:");
  });
});
