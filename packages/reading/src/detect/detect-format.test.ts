import { strToU8, zipSync } from "fflate";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { defaultLimits } from "../contract/limits";
import { decodeText } from "./decode-text";
import { detectFormat } from "./detect-format";

const formatOf = async (bytes: Uint8Array | string, fileName = "file") =>
  (await detectFormat(Buffer.from(bytes as Uint8Array), { fileName, limits: defaultLimits }))
    .format;

const zip = (...names: string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8("x")])));

describe("detectFormat", () => {
  test.each([
    ["html", "<!-- saved -->\n<html><body>x</body></html>"],
    ["html", "<p>Only <b>a part</b></p>"],
    ["xml", '<?xml version="1.0"?><a>x</a>'],
    ["xml", "<invoice><number>1</number></invoice>"],
    ["vtt", "\ufeffWEBVTT\n\n00:01.000 --> 00:02.000\nx"],
    ["srt", "1\r\n00:00:01,000 --> 00:00:02,000\r\nx"],
    ["ics", "BEGIN:VCALENDAR\nEND:VCALENDAR"],
    ["json", '{"a": 1}'],
    ["json", '{"a": 1}\n{"a": 2}\n'],
    ["eml", "Received: by x\nFrom: a@b.c\nSubject: s\n\nx"],
    [
      "html",
      "From: <Saved by x>\nSubject: s\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b",
    ],
    [
      "mbox",
      "From a@b.c Tue Mar  3 10:00:00 2026\nFrom: a@b.c\n\nx\n\nFrom a@b.c Tue Mar  3 10:00:00 2026\nFrom: a@b.c\n\ny",
    ],
    ["csv", "a;b;c\n1;2;3\n4;5;6\n7;8;9\n"],
    [
      "text",
      "Dear Ann, I came, I saw, I left.\nYours, and so on, always,\nBo, Cy, and Di,\nwith love, from afar\n",
    ],
    ["markdown", "# Title\n\n- one\n- two\n"],
    ["text", "A text that speaks of %PDF-1.4 is none itself."],
    ["rtf", "{\\rtf1 x}"],
  ])("knows %s by what is in it", async (format, text) => {
    expect(await formatOf(text)).toBe(format);
  });

  test.each([
    ["docx", zip("word/document.xml")],
    ["xlsx", zip("xl/workbook.xml", "[Content_Types].xml")],
    ["epub", zip("META-INF/container.xml", "book.opf")],
    ["zip", zip("word/notes.txt")],
  ])("knows a zip that is %s by its parts", async (format, bytes) => {
    expect(await formatOf(bytes, "file.bin")).toBe(format);
  });

  test("goes by UTF-16 without its mark, and takes no noise for text", async () => {
    for (const charset of ["utf-16le", "utf-16be"])
      expect(
        await formatOf(iconv.encode("<html><p>Grüße</p></html>", charset, { addBOM: false })),
      ).toBe("html");
    const noise = Buffer.from(
      Array.from({ length: 4_000 }, (_, index) => (index * index * 31) % 256),
    );
    await expect(formatOf(noise)).rejects.toMatchObject({ code: "UNSUPPORTED_TYPE" });
  });
});

describe("decodeText", () => {
  const texts: [charset: string, text: string][] = [
    ["windows-1252", "Die Grüße der Mitglieder wurden am späten Abend überbracht."],
    [
      "windows-1250",
      "Umowa została zawarta pomiędzy stronami w dniu pierwszego maja, której przedmiotem są usługi.",
    ],
    ["windows-1251", "Договор аренды жилого помещения заключён между сторонами."],
    ["koi8-r", "Договор аренды жилого помещения заключен между сторонами."],
    ["cp866", "Договор аренды жилого помещения заключен между сторонами."],
    ["windows-1253", "Η σύμβαση υπογράφηκε από τα δύο μέρη στην Αθήνα."],
    ["windows-1256", "تم توقيع العقد بين الطرفين في مدينة القاهرة"],
    [
      "macintosh",
      "Der Vertrag über die Räume wurde für fünf Jahre geschlossen, größere Schäden trägt der Mieter.",
    ],
    ["cp850", "Über die Größe der Räume können wir nächste Woche sprechen."],
    ["cp850", "Größe"],
    ["cp437", "Le château a été payé à la société générale."],
    ["cp852", "Łódź, Kraków, święta"],
    ["gb18030", "姓名,城市,金额\n王小明,北京市朝阳区,12000"],
    ["gb18030", "你好，世界"],
    ["big5", "姓名,城市\n王小明,台北市"],
    ["euc-kr", "이름,도시\n김철수,서울"],
    ["windows-874", "ชื่อ,เมือง\nสมชาย,กรุงเทพ"],
    ["windows-1252", "Año,Cañón\nNiño"],
    ["gb18030", "双方在北京签署了房屋租赁合同，租期为一年。"],
    ["big5", "雙方在台北簽署了房屋租賃合約，租期為一年。"],
    ["euc-kr", "두 당사자는 서울에서 임대차 계약을 체결하였다."],
    ["euc-jp", "賃貸借契約書は両当事者の間で締結されたものとする。"],
  ];
  test.each(texts)("finds %s by what reads like a language", (charset, text) => {
    expect(decodeText(iconv.encode(text, charset))).toBe(text);
  });

  test("believes the bytes before the declaration, and the declaration before a guess", () => {
    expect(decodeText(Buffer.from("Grüße"), "iso-8859-1")).toBe("Grüße");
    expect(decodeText(iconv.encode("Łódź", "iso-8859-2"), "iso-8859-2")).toBe("Łódź");
    expect(decodeText(Buffer.from("plain"), "utf-16")).toBe("plain");
    expect(decodeText(Buffer.from("\u001b$B$3$s\u001b(B", "latin1"))).toBe("こん");
  });
});
