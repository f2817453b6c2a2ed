import { createRequire } from "node:module";
import type { DocumentModel } from "../../document-model";
import { createModelBuilder } from "../../model-builder";
import type { Source } from "../read-file";
import { corrupt } from "../refusals";
import { addMessage, isoDate, keepParts, type Part } from "./add-message";

// Its default export is CommonJS made from ES modules, which Node and bundlers unwrap differently.
const library: typeof import("@kenjiuno/msgreader") = createRequire(import.meta.url)(
  "@kenjiuno/msgreader",
);

/** An Outlook message. */
export async function readMsg(source: Source): Promise<DocumentModel> {
  const reader = new library.default(exactBuffer(source.bytes));
  const message = reader.getFileData();
  if (message.error) throw corrupt("The Outlook message");
  const recipients = (kind: string) =>
    (message.recipients ?? []).flatMap(({ name = "", email, smtpAddress, recipType }) =>
      (recipType ?? "to") === kind ? [written(name, smtpAddress ?? email)] : [],
    );
  const builder = createModelBuilder(source);
  addMessage(builder, {
    subject: message.subject?.trim() ?? "",
    from: written(message.senderName ?? "", message.senderSmtpAddress ?? message.senderEmail),
    to: recipients("to"),
    cc: recipients("cc"),
    sentAt: isoDate(
      message.clientSubmitTime ?? message.messageDeliveryTime ?? message.creationTime,
    ),
    html: message.bodyHtml ?? (message.html ? new TextDecoder().decode(message.html) : ""),
    text: message.body ?? "",
  });
  const parts = (message.attachments ?? []).map((attachment): Part => {
    const { fileName, content } = reader.getAttachment(attachment);
    return {
      fileName,
      mediaType: attachment.attachMimeTag ?? "application/octet-stream",
      bytes: Buffer.from(content),
      isInline: attachment.attachmentHidden === true,
    };
  });
  await keepParts(builder, parts, source);
  return builder.build();
}

function written(name: string, address: string | undefined): string {
  return address && address !== name ? `${name} <${address}>`.trim() : name;
}

function exactBuffer(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
