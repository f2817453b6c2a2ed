import CFB from "cfb";
import { strToU8, zipSync } from "fflate";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { aPdf } from "../../test/a-pdf";
import { tarFile } from "../../test/a-tar";
import { defaultLimits } from "../contract/limits";
import { ReadingError } from "../contract/reading-error";
import { detectFormat } from "./detect-format";

const members: Record<string, () => Promise<Buffer> | Buffer> = {
  pdf: () => aPdf((pdf) => void pdf.text("The rent is due.")),
  png: () =>
    sharp({ create: { width: 9, height: 9, channels: 3, background: "red" } })
      .png()
      .toBuffer(),
  rtf: () => Buffer.from("{\\rtf1\\ansi The rent is due.\\par}"),
  ole: () => compound({ "/WordDocument": "x".repeat(5_000) }),
  xml: () => Buffer.from('<?xml version="1.0"?><html><body>The rent is due.</body></html>'),
};

/** A container with its first file, uncompressed, and the format that it has. */
const containers: Record<string, { format: string; of(member: Buffer, name: string): Buffer }> = {
  zip: {
    format: "zip",
    of: (member, name) =>
      Buffer.from(zipSync({ [name]: member, "b.txt": strToU8("b") }, { level: 0 })),
  },
  tar: { format: "zip", of: (member, name) => tarFile(name, member) },
  "old tar": { format: "zip", of: (member, name) => tarFile(name, member, { mark: "" }) },
  tnef: {
    format: "msg",
    of: (member) => Buffer.concat([Buffer.from("789f3e220100", "hex"), Buffer.alloc(9), member]),
  },
  mail: {
    format: "eml",
    of: (member) =>
      Buffer.concat([
        Buffer.from(
          "From: ann@example.com\r\nTo: bo@example.com\r\nSubject: Lease\r\nMIME-Version: 1.0\r\nContent-Transfer-Encoding: binary\r\n\r\n",
        ),
        member,
      ]),
  },
  "signed file": {
    format: "UNSUPPORTED_TYPE",
    of: (member) =>
      Buffer.concat([Buffer.from("308006092a864886f70d010702a0803080", "hex"), member]),
  },
  "compound file": {
    format: "xls",
    of: (member) => compound({ "/Workbook": "x".repeat(5_000), "/MBD1/WordDocument": member }),
  },
};

function compound(streams: Record<string, Buffer | string>): Buffer {
  const file = CFB.utils.cfb_new();
  for (const [path, content] of Object.entries(streams))
    CFB.utils.cfb_add(file, path, Buffer.from(content));
  return Buffer.from(CFB.write(file, { type: "buffer" }));
}

async function formatOf(bytes: Buffer, fileName = "file"): Promise<string> {
  try {
    return (await detectFormat(bytes, { fileName, limits: defaultLimits })).format;
  } catch (error) {
    if (error instanceof ReadingError) return error.code;
    throw error;
  }
}

const pairs = Object.keys(containers).flatMap((container) =>
  Object.keys(members).map((member) => [container, member] as const),
);

describe("a file in a file", () => {
  test.each(pairs)("is not taken for the whole: %s with %s", async (container, member) => {
    const bytes = await members[member]?.();
    const outer = containers[container];
    expect(
      await formatOf(outer?.of(bytes ?? Buffer.alloc(0), `BM.${member}`) ?? Buffer.alloc(0)),
    ).toBe(outer?.format);
  });
});

describe("a PDF", () => {
  test("is one also after bytes of a printer or of a server", async () => {
    const pdf = await members.pdf?.();
    for (const before of [
      "\u001b%-12345X@PJL JOB\r\n",
      "HTTP/1.1 200 OK fine\r\n\r\n",
      "\r\n\ufeff",
    ])
      expect(await formatOf(Buffer.concat([Buffer.from(before), pdf ?? Buffer.alloc(0)]))).toBe(
        "pdf",
      );
  });

  test("is one after headers of a server, also where it is in plain letters alone", async () => {
    const headers = "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n";
    const pdf = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n99\n%%EOF\n";
    expect(await formatOf(Buffer.from(headers + pdf))).toBe("pdf");
  });

  test("is none where a text shows the source of one", async () => {
    const text =
      "# How a PDF begins\n\nIt starts with the line\n\n%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n";
    expect(await formatOf(Buffer.from(text), "readme.md")).toBe("markdown");
    expect(await formatOf(Buffer.from(text), "notes.txt")).toBe("text");
  });
});
