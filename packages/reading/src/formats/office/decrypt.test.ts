import crypto from "officecrypto-tool";
import { expect, test } from "vitest";
import { aDocx, aParagraph } from "../../../test/office-files";
import { readBytes } from "../../../test/read-bytes";

const plain = Buffer.from(aDocx(aParagraph("for few eyes")));

test("a document under a password is read with it, and without it or with another refused", async () => {
  const bytes = crypto.encrypt(plain, { password: "s3cret", type: "standard" });
  expect((await readBytes(bytes, "a.docx", { password: "s3cret" })).text).toBe("for few eyes");
  await expect(readBytes(bytes, "a.docx")).rejects.toMatchObject({ code: "ENCRYPTED" });
  await expect(readBytes(bytes, "a.docx", { password: "no" })).rejects.toMatchObject({
    code: "ENCRYPTED",
  });
}, 30_000);

test("the password that Office itself puts on what is only write-protected is known", async () => {
  const bytes = crypto.encrypt(plain, { password: "VelvetSweatshop", type: "standard" });
  expect((await readBytes(bytes, "a.docx")).text).toBe("for few eyes");
}, 30_000);
