import PostalMime, { type Address, type Attachment } from "postal-mime";
import type { DocumentModel } from "../../document-model";
import { createModelBuilder } from "../../model-builder";
import type { Source } from "../read-file";
import { addMessage, isoDate, keepParts, type Part } from "./add-message";

/** A mail with its headers first, its body, and its attachments, messages in it included, as files of their own. */
export async function readEml(source: Source): Promise<DocumentModel> {
  const email = await PostalMime.parse(withoutMboxLine(source.bytes), {
    attachmentEncoding: "arraybuffer",
    forceRfc822Attachments: true,
    maxNestingDepth: 50,
    maxHeadersSize: 2 * 1024 * 1024,
  });
  const builder = createModelBuilder(source);
  addMessage(builder, {
    subject: email.subject?.trim() ?? "",
    from: written(email.from ?? email.sender),
    to: (email.to ?? []).map(written).filter(Boolean),
    cc: (email.cc ?? []).map(written).filter(Boolean),
    sentAt: isoDate(email.date),
    html: email.html ?? "",
    text: email.text ?? "",
  });
  await keepParts(builder, email.attachments.map(partOf), source);
  return builder.build();
}

function withoutMboxLine(bytes: Buffer): Buffer {
  if (bytes.subarray(0, 5).toString("latin1") !== "From ") return bytes;
  return bytes.subarray(bytes.indexOf(10) + 1);
}

function written(address: Address | undefined): string {
  if (!address) return "";
  if (address.group) return `${address.name}: ${address.group.map(written).join(", ")}`;
  return address.name && address.name !== address.address
    ? `${address.name} <${address.address}>`
    : (address.address ?? "");
}

function partOf({ filename, mimeType, content, disposition, related }: Attachment): Part {
  const bytes =
    typeof content === "string" ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
  return {
    fileName: filename ?? "",
    mediaType: mimeType || "application/octet-stream",
    bytes,
    isInline: disposition === "inline" || related === true,
  };
}
