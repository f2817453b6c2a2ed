import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
  ])("gives %s without its password, and refuses a wrong one", async (name, make) => {
    const bytes = await make();
    await expect(readBytes(bytes, name)).rejects.toMatchObject({ code: "ENCRYPTED" });

    const { text } = await readBytes(await unlock(bytes, "sésame"), name);
    expect(text).toContain("The rent is due.");
    await expect(unlock(bytes, "wrong")).rejects.toMatchObject({ code: "ENCRYPTED" });
  });

  test("says what to do with what it cannot unlock", async () => {
    await expect(unlock(Buffer.from("plain text"), "x")).rejects.toMatchObject({
      code: "UNSUPPORTED_TYPE",
      remedy: expect.stringContaining("without a password"),
    });
  });
});

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

async function aProtectedDocx(): Promise<Buffer> {
  const document = new Document({ sections: [{ children: [new Paragraph("The rent is due.")] }] });
  return crypto.encrypt(await Packer.toBuffer(document), { password: "sésame" });
}
