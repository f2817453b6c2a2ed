import { crc32 } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { readBytes } from "../../../test/read-bytes";
import { zipNames } from "./zip-names";

describe("names in a ZIP without the mark of UTF-8", () => {
  test.each([
    ["cp850", "Größe.txt"],
    ["cp850", "Überweisung März.txt", "Mietvertrag.txt"],
    ["cp850", "Købsaftale på dansk.txt"],
    ["cp850", "Declaração de não dívida.txt"],
    ["cp437", "résumé.txt"],
    ["cp866", "Договор аренды.txt"],
    ["cp866", "Счёт.txt"],
    ["gbk", "合同.txt"],
    ["gbk", "新建文件夹/附件1.txt", "发票.txt"],
    ["shift_jis", "契約書.txt"],
    ["shift_jis", "表示ソフト.txt", "第1章 はじめに.txt"],
    ["windows-1252", "Kündigung für Müller.txt"],
    ["windows-1251", "Договор.txt", "Акт сверки.txt"],
  ])("are read in %s: %s", (charset, ...names) => {
    const written = names.map((name) => ({
      bytes: iconv.encode(name, charset),
      isUtf8: false,
      unicode: undefined,
    }));
    expect(zipNames(written)).toEqual(names);
  });

  test("are those of the file's list, also where its table of contents is lost", async () => {
    const bytes = renamed(zipSync({ "aaaa.txt": strToU8("rent"), "bbbb.txt": strToU8("heat") }), [
      ["aaaa", iconv.encode("合同", "gbk")],
      ["bbbb", iconv.encode("附件", "gbk")],
    ]);
    const cut = bytes.subarray(0, bytes.lastIndexOf("PK\u0001\u0002"));
    for (const file of [bytes, cut]) {
      const { attachments } = await readBytes(file, "a.zip");
      expect(attachments.map(({ fileName }) => fileName)).toEqual(["合同.txt", "附件.txt"]);
    }
  });

  test("give way to the name in the extra field, unless the file was renamed since", () => {
    const bytes = Buffer.from("contract.txt");
    const field = (name: Buffer) => {
      const head = Buffer.alloc(5, 1);
      head.writeUInt32LE(crc32(name), 1);
      return Buffer.concat([head, Buffer.from("договір.txt")]);
    };
    expect(zipNames([{ bytes, isUtf8: false, unicode: field(bytes) }])).toEqual(["договір.txt"]);
    const other = field(Buffer.from("other.txt"));
    expect(zipNames([{ bytes, isUtf8: false, unicode: other }])).toEqual(["contract.txt"]);
  });
});

/** Replaces names by others of the same number of bytes. */
function renamed(zip: Uint8Array, names: [from: string, to: Buffer][]): Buffer {
  const bytes = Buffer.from(zip);
  for (const [from, to] of names)
    for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from, at + 1))
      to.copy(bytes, at);
  return bytes;
}
