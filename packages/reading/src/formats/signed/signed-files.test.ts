import { readFile } from "node:fs/promises";
import { deflateSync } from "node:zlib";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { describe, expect, test } from "vitest";
import { aPdf } from "../../../test/a-pdf";
import { aSignedFile } from "../../../test/a-signed-file";
import { outlineOf, readBytes } from "../../../test/read-bytes";

const note = "The rent is 900 euros.";

const base64 = (bytes: Buffer) => bytes.toString("base64").replace(/.{64}/g, "$&\r\n");

describe("a file that is signed as a whole", () => {
  const forms: [form: string, bytes: Buffer | string][] = [
    ["DER", aSignedFile(note)],
    ["BER", aSignedFile(note, { isIndefinite: true })],
    ["PEM", `-----BEGIN PKCS7-----\n${base64(aSignedFile(note))}\n-----END PKCS7-----\n`],
    ["CMS in PEM", `-----BEGIN CMS-----\n${base64(aSignedFile(note))}\n-----END CMS-----\n`],
    ["base64", base64(aSignedFile(note))],
    ["another signature", aSignedFile(aSignedFile(note))],
  ];
  test.each(forms)("is read inside %s", async (_, bytes) => {
    const document = await readBytes(bytes, "note.txt.p7m");
    expect(document.format).toBe("text");
    expect(document.text).toBe(note);
    expect(document.warnings.join()).toContain("Ada Brightwater, 2026-03-04T10:00:00Z");
    expect(document.warnings.join()).toContain("not verified");
  });

  test("is read as the kind that it is", async () => {
    const pdf = await aPdf((page) => page.text(note));
    const document = await readBytes(base64(aSignedFile(pdf)), "deed.pdf.p7m");
    expect(document.format).toBe("pdf");
    expect(document.text).toBe(note);
    const xml = await readBytes(aSignedFile("<?xml version='1.0'?><a>x</a>"), "a.xml.p7m");
    expect(xml.format).toBe("xml");
    const mail = await readBytes(
      aSignedFile(`Content-Type: text/plain\r\n\r\n${note}`),
      "smime.p7m",
    );
    expect(mail.format).toBe("eml");
    expect(mail.text).toContain(note);
  });

  test("leaves a copy without its signature, and a plain file leaves none", async () => {
    const copies: (string | null)[] = [];
    const keep = async ({ unwrapped }: ParsedDocument) =>
      void copies.push(unwrapped ? await readFile(unwrapped, "utf8") : null);
    await readBytes(base64(aSignedFile(aSignedFile(note))), "note.txt.p7m.p7m", { keep });
    await readBytes(note, "note.txt", { keep });
    expect(copies).toEqual([note, null]);
  });

  test("names nobody as its verified signer, and says so where there is nothing to read", async () => {
    await expect(readBytes(aSignedFile(null), "smime.p7s")).rejects.toMatchObject({
      code: "UNSUPPORTED_TYPE",
      remedy: "Upload the signed file.",
    });
    const sealed = Buffer.from("3080" + "06092a864886f70d010703" + "a08005000000" + "0000", "hex");
    await expect(readBytes(sealed, "a.p7m")).rejects.toMatchObject({
      message: expect.stringContaining("encrypted for certain people"),
    });
  });

  test("is read when it is compressed, within the limit of an archive", async () => {
    const whole = compressed(Buffer.from(note));
    expect((await readBytes(whole, "note.txt.p7z")).text).toBe(note);
    await expect(
      readBytes(compressed(Buffer.alloc(100_000, "a ")), "a.p7z", {
        limits: { archiveBytes: 1_000 },
      }),
    ).rejects.toMatchObject({ code: "UNSUPPORTED_TYPE" });
  });
});

/** Returns compressed data of CMS (RFC 3274). */
function compressed(content: Buffer): Buffer {
  const tlv = (tag: number, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts);
    return Buffer.concat([Buffer.from([tag, 0x82, body.length >> 8, body.length & 255]), body]);
  };
  const id = (hex: string) => tlv(0x06, Buffer.from(hex, "hex"));
  const short = (hex: string) =>
    Buffer.from(`06${(hex.length / 2).toString(16).padStart(2, "0")}${hex}`, "hex");
  const data = tlv(
    0x30,
    tlv(0x02, Buffer.from([0])),
    tlv(0x30, id("2a864886f70d0109100308")),
    tlv(0x30, id("2a864886f70d010701"), tlv(0xa0, tlv(0x04, deflateSync(content)))),
  );
  return tlv(0x30, short("2a864886f70d0109100109"), tlv(0xa0, data));
}

describe("a mail that is signed", () => {
  const body = `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${note}\r\n--b\r\nContent-Type: application/pdf; name=deed.pdf\r\nContent-Disposition: attachment\r\n\r\nhello\r\n--b--`;
  const mail = (
    signed: Buffer,
    name: string,
    type = "application/pkcs7-mime; smime-type=signed-data",
  ) =>
    `From: ann@example.com\r\nSubject: S\r\nMIME-Version: 1.0\r\nContent-Type: ${type}; name="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(signed)}`;

  test("as one block is opened, however often it was signed", async () => {
    const once = aSignedFile(body);
    const twice = aSignedFile(
      `Content-Type: application/x-pkcs7-mime; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(once)}`,
      { signer: "Bo Lind" },
    );
    for (const [signed, signers] of [
      [once, ["Ada Brightwater"]],
      [twice, ["Bo Lind", "Ada Brightwater"]],
    ] as const) {
      const document = await readBytes(mail(signed, "smime.p7m"), "a.eml");
      expect(outlineOf(document).at(-1)).toBe(`paragraph: ${note}`);
      expect(document.attachments.map(({ fileName }) => fileName)).toEqual(["deed.pdf"]);
      for (const signer of signers)
        expect(document.text).toContain(
          `Signed by: ${signer}, 2026-03-04T10:00:00Z (not verified)`,
        );
    }
  });

  test("beside its text names the signer, and keeps no signature as a file", async () => {
    const document = await readBytes(
      `From: ann@example.com\r\nSubject: S\r\nContent-Type: multipart/signed; boundary=s\r\n\r\n--s\r\n${body}\r\n--s\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(aSignedFile(null))}\r\n--s--`,
      "a.eml",
    );
    expect(document.text).toContain(
      "Signed by: Ada Brightwater, 2026-03-04T10:00:00Z (not verified)",
    );
    expect(document.text).toContain(note);
    expect(document.attachments.map(({ fileName }) => fileName)).toEqual(["deed.pdf"]);
  });

  test("that cannot be opened keeps its part, and says so", async () => {
    const sealed = Buffer.from("308006092a864886f70d010703a080050000000000", "hex");
    for (const [bytes, why] of [
      [sealed, "The message is encrypted with S/MIME"],
      [aSignedFile(body).subarray(0, 300), "damaged and was not opened"],
    ] as const) {
      const { warnings, attachments } = await readBytes(mail(bytes, "smime.p7m"), "a.eml");
      expect(warnings.join()).toContain(why);
      expect(attachments.map(({ fileName }) => fileName)).toEqual(["smime.p7m"]);
    }
  });

  test("carries a signed attachment as the file inside", async () => {
    const document = await readBytes(mail(aSignedFile("Subject: x"), "minutes.txt.p7m"), "a.eml");
    expect(document.attachments.map(({ fileName, size }) => [fileName, size])).toEqual([
      ["minutes.txt", 10],
    ]);
    expect(document.text).toContain("minutes.txt signed by: Ada Brightwater");
  });
});
