import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Format } from "@besunny/document-model/parsed-document";
import { utils, write } from "cfb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { outlineOf } from "../../../../test/read-bytes";
import { defaultLimits } from "../../../contract/limits";
import type { ReaderInput } from "../../../contract/reader-input";
import { readDocx } from "../docx/read-docx";
import { convertWithLibreOffice } from "./libreoffice";
import { readPpt } from "./ppt/read-ppt";
import { readDoc } from "./read-doc";

let outputDirectory = "";

beforeAll(async () => {
  outputDirectory = await mkdtemp(join(tmpdir(), "old-office-"));
});

afterAll(async () => {
  await rm(outputDirectory, { recursive: true });
});

function aSource(bytes: Buffer, format: Format, nativeTools: boolean): ReaderInput {
  return {
    bytes,
    fileName: `a.${format}`,
    format,
    mediaType: "",
    outputDirectory,
    limits: defaultLimits,
    recognising: () => undefined,
    nativeTools,
  };
}

function aContainer(streams: Record<string, Buffer>): Buffer {
  const container = utils.cfb_new();
  for (const [name, stream] of Object.entries(streams))
    utils.cfb_add(container, `/${name}`, stream);
  return Buffer.from(write(container, { type: "buffer" }));
}

function aRecord(kind: number, content: Buffer, head = 0): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt16LE(head, 0);
  header.writeUInt16LE(kind, 2);
  header.writeUInt32LE(content.length, 4);
  return Buffer.concat([header, content]);
}

describe("PPT without LibreOffice", () => {
  test("keeps the text of each slide, its title apart", async () => {
    const text = (role: number, words: string) => [
      aRecord(0x0f9f, Buffer.from([role, 0, 0, 0])),
      aRecord(0x0fa0, Buffer.from(words, "utf16le")),
    ];
    const slide = aRecord(0x03f3, Buffer.alloc(20));
    const list = Buffer.concat([
      slide,
      ...text(0, "Plan"),
      ...text(1, "paint\rmove"),
      slide,
      ...text(1, "end"),
    ]);
    const bytes = aContainer({ "PowerPoint Document": aRecord(0x0ff0, list, 15) });
    const document = await readPpt(aSource(bytes, "ppt", false));
    expect(outlineOf(document)).toEqual([
      "heading1: Plan",
      "paragraph: paint",
      "paragraph: move",
      "paragraph: end",
    ]);
    expect(document.pages).toHaveLength(2);
  });

  test("under a password is refused as such", async () => {
    const bytes = aContainer({
      EncryptedSummary: Buffer.from("x"),
      "PowerPoint Document": Buffer.alloc(8),
    });
    await expect(readPpt(aSource(bytes, "ppt", false))).rejects.toMatchObject({
      code: "ENCRYPTED",
    });
  });
});

describe("DOC without LibreOffice", () => {
  test("that is damaged is refused as such", async () => {
    const bytes = aContainer({ WordDocument: Buffer.alloc(4_096) });
    await expect(readDoc(aSource(bytes, "doc", false))).rejects.toMatchObject({ code: "CORRUPT" });
  });
});

describe.skipIf(!isInstalled())("LibreOffice, skipped where soffice is not installed", () => {
  test("saves old documents anew, and leaves nothing behind", async () => {
    const old = await convertWithLibreOffice(
      aSource(Buffer.from("{\\rtf1 {\\b bold} words\\par}"), "rtf", true),
      "rtf",
      "doc",
    );
    expect(old?.readUInt32BE(0)).toBe(0xd0cf11e0);
    const document = await readDoc(aSource(old ?? Buffer.alloc(0), "doc", true));
    expect(document).toMatchObject({ format: "doc", text: "bold words" });
    expect(await readdir(outputDirectory)).toEqual([]);
  }, 120_000);

  test("never reads another file of the machine into a document", async () => {
    const link = String.raw`{\rtf1 before {\field{\*\fldinst INCLUDETEXT "/etc/hostname"}{\fldrslt kept}} after\par}`;
    const bytes = await convertWithLibreOffice(
      aSource(Buffer.from(link), "rtf", true),
      "rtf",
      "docx",
    );
    const document = await readDocx(aSource(bytes ?? Buffer.alloc(0), "docx", false));
    expect(document.text).toContain("before");
    expect(document.text.length).toBeLessThan(25);
  }, 120_000);
});

test("without leave to use the programs of the machine nothing is converted", async () => {
  const source = aSource(Buffer.from("{\\rtf1 a}"), "rtf", false);
  expect(await convertWithLibreOffice(source, "rtf", "docx")).toBeNull();
  expect(existsSync(join(outputDirectory, "tmp-libreoffice"))).toBe(false);
});

function isInstalled(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore", timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}
