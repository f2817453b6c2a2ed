import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { TextReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { Document, Packer, Paragraph } from "docx";
import crypto from "officecrypto-tool";
import PDFDocument from "pdfkit";
import { describe, expect, test } from "vitest";
import { readBytes } from "../../test/read-bytes";
import { defaultLimits } from "../contract/limits";
import { unlockFile } from "./unlock-file";

describe("unlockFile", { timeout: 60_000 }, () => {
  test.each([
    ["lease.pdf", aProtectedPdf],
    ["lease.docx", aProtectedDocx],
    ["leases.zip", aProtectedZip],
    ["old-leases.zip", () => aProtectedZip({ zipCrypto: true })],
    ["hidden-names.7z", () => Buffer.from(hiddenNames, "base64")],
    ["stored.7z", () => Buffer.from(stored, "base64")],
  ])("gives %s without its password, and refuses a wrong one", async (name, make) => {
    const bytes = await make();
    await expect(readBytes(bytes, name)).rejects.toMatchObject({ code: "ENCRYPTED" });

    await readBytes(await unlock(bytes, "sésame"), name, { keep: expectRent });
    await readBytes(bytes, name, { password: "sésame", keep: expectRent });
    await expect(unlock(bytes, "wrong")).rejects.toMatchObject({ code: "ENCRYPTED" });
  });

  test("says what to do with what it cannot unlock", async () => {
    await expect(unlock(Buffer.from("plain text"), "x")).rejects.toMatchObject({
      code: "UNSUPPORTED_TYPE",
      remedy: expect.stringContaining("without a password"),
    });
  });
});

/** A 7z whose names are encrypted too, and one that stores its file. Both were written by 7-Zip 16.02. */
const hiddenNames =
  "N3q8ryccAAT8ygNzkAAAAAAAAAAuAAAAAAAAABMI1KknJiIsvYmVGt/rwIWQqpD0vqXsuuDGCd4tKblmuZ8vxG7JJGRokpq5plGrUdPj0bQ6Hf9DEW/ijn+PSuvE+whsgotwGD3c58XkSEKpiYZ9CVk419xo6Pv62l+EbzMLTCN927xQB1n16czXv6bg3dvtPo4VK+asE7MlLm1yrsRUvu1Lw13kQ7kJKec3ZA0L9rMXBiABCXAABwsBAAEkBvEHARJTDwLHg5l5KjkGZm2IX4d+XSUMYgoBkf+3CwAA";
const stored =
  "N3q8ryccAASoRqU8EAAAAAAAAABiAAAAAAAAAKzNOisv4zslF8HnZTPIxBTIaX5NAQQGAAEJEAAHCwEAAiQG8QcBElMPLhqf16gH3GkNr/aMkyQBBQEAAQAMEBAACAoBoQz6xAAABQEZAwAAABENAHIALgB0AHgAdAAAABQKAQBvjqDQ6H/dARUGAQAggKSBAAA=";

/** The words are in the file itself or in a file inside it. */
async function expectRent({ text, attachments }: ParsedDocument) {
  const inside = await Promise.all(attachments.map(({ path }) => readFile(path, "utf8")));
  expect([text, ...inside].join("\n")).toContain("The rent is due.");
}

async function unlock(bytes: Uint8Array, password: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "unlock-"));
  const path = join(folder, "source");
  try {
    await writeFile(path, bytes);
    return await unlockFile({
      path,
      password,
      limits: defaultLimits,
      languages: ["eng"],
      nativeTools: false,
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function aProtectedPdf(): Promise<Buffer> {
  const pdf = new PDFDocument({ userPassword: "sésame", pdfVersion: "1.7ext3" });
  pdf.text("The rent is due.");
  pdf.end();
  return Buffer.concat(await pdf.toArray());
}

async function aProtectedZip({ zipCrypto = false } = {}): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { password: "sésame", zipCrypto });
  await writer.add("leases/", undefined, { directory: true });
  await writer.add("leases/größe.txt", new TextReader("The rent is due."));
  return writer.close();
}

async function aProtectedDocx(): Promise<Buffer> {
  const document = new Document({ sections: [{ children: [new Paragraph("The rent is due.")] }] });
  return crypto.encrypt(await Packer.toBuffer(document), { password: "sésame" });
}
