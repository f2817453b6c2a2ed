import { readFile } from "node:fs/promises";
import type { Limits } from "../contract/limits";
import { unsupported } from "../contract/refusals";
import { detectFormat } from "../detect/detect-format";
import { withoutSignature } from "../formats/signed/without-signature";

/** Returns a mail as its sender laid it out, as the UTF-8 bytes of an HTML page. They are empty for a mail without HTML. Throws `ReadingError`. */
export async function layOutMail({
  path,
  fileName,
  limits,
}: {
  path: string;
  fileName: string;
  limits: Limits;
}): Promise<Uint8Array> {
  const { content } = await withoutSignature(await readFile(path), { fileName, limits });
  const { format } = await detectFormat(content, { fileName, limits });
  const message = await messageOf(content, format);
  if (!message) throw unsupported("A document that is no mail", "Look at its text instead.");
  const { mailPage } = await import("../formats/mail/page/mail-page");
  return Buffer.from(mailPage(message) ?? "");
}

async function messageOf(content: Buffer, format: string) {
  if (format === "eml") return (await import("../formats/mail/read-eml")).messageOfEml(content);
  if (format === "msg") return (await import("../formats/mail/read-msg")).messageOfMsg(content);
  return null;
}
