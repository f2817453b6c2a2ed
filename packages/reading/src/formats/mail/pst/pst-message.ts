import { PSTMessage } from "pst-extractor";
import type { Part } from "../../../contract/part";
import { emlHeaders } from "../eml-headers";
import { type Message, noMessage } from "../message";
import { insideRtf } from "../msg-body";

/** A message of a PST, the messages attached to it, and its body in RTF if it has no other. */
export type PstItem = { message: Message; attached: PSTMessage[]; rtf?: Buffer };

const kinds = { to: 1, cc: 2, bcc: 3 };

/** Returns a message, appointment or contact of a PST. `most` is the size of the largest attachment that is read. */
export function pstMessage(item: PSTMessage, most: number): PstItem {
  const headers = emlHeaders(item.transportMessageHeaders);
  const body = item.bodyHTML.trim() === "" && item.body.trim() === "" ? bodyOf(item) : {};
  const { parts, attached, warnings } = attachmentsOf(item, most);
  const messageId = item.internetMessageId.replace(/^<|>$/g, "") || headers.messageId;
  const sentAt = item.clientSubmitTime ?? item.messageDeliveryTime ?? item.creationTime;
  return {
    message: {
      ...noMessage(),
      subject: item.subject.trim(),
      from: written(item.senderName, item.senderEmailAddress),
      to: recipients(item, kinds.to),
      cc: recipients(item, kinds.cc),
      bcc: recipients(item, kinds.bcc),
      sentAt: sentAt?.toISOString() ?? null,
      html: body.html ?? item.bodyHTML,
      text: body.text ?? item.body,
      details: detailsOf(item),
      parts,
      warnings,
      ...headers.threads,
      ...(messageId && { messageId }),
    },
    attached,
    ...(body.rtf && { rtf: body.rtf }),
  };
}

function bodyOf(item: PSTMessage): { html?: string; text?: string; rtf?: Buffer } {
  const rtf = Buffer.from(item.bodyRTF, "latin1");
  return rtf.subarray(0, 5).toString("latin1") === "{\\rtf" ? insideRtf(rtf) : {};
}

function recipients(item: PSTMessage, kind: number): string[] {
  const found: string[] = [];
  for (let number = 0; number < item.numberOfRecipients; number++) {
    const recipient = item.getRecipient(number);
    if (recipient?.recipientType !== kind) continue;
    const name = written(recipient.displayName, recipient.smtpAddress || recipient.emailAddress);
    if (name) found.push(name);
  }
  return found;
}

/** Returns the name and address of a person. Internal addresses of an Exchange server are left out. */
function written(name: string, address: string): string {
  const plain = name.replace(/^'(.*)'$/, "$1").trim();
  if (!address.includes("@") || address === plain) return plain;
  return plain ? `${plain} <${address}>` : address;
}

type Attached = { parts: Part[]; attached: PSTMessage[]; warnings: string[] };

function attachmentsOf(item: PSTMessage, most: number): Attached {
  const found: Attached = { parts: [], attached: [], warnings: [] };
  for (let number = 0; number < item.numberOfAttachments; number++)
    try {
      const attachment = item.getAttachment(number);
      const inner = attachment.embeddedPSTMessage;
      const bytes = inner ? null : bytesOf(attachment.fileInputStream, most);
      if (inner) found.attached.push(inner);
      else if (bytes)
        found.parts.push({
          fileName: attachment.longFilename || attachment.filename,
          mediaType: attachment.mimeTag || "application/octet-stream",
          bytes,
          isInline: attachment.contentId !== "",
          ...(attachment.contentId && { contentId: attachment.contentId }),
        });
    } catch {
      found.warnings.push(`An attachment of "${item.subject}" is damaged and was left out.`);
    }
  return found;
}

type Stream = { length: { toNumber(): number }; readCompletely(target: Buffer): void };

function bytesOf(stream: Stream | null, most: number): Buffer | null {
  const size = stream?.length.toNumber() ?? 0;
  if (!stream || size > most) return null;
  const bytes = Buffer.alloc(size);
  stream.readCompletely(bytes);
  return bytes;
}

/** The fields of appointments and contacts, which the library's types for messages do not have. */
const fields: [name: string, keys: string[]][] = [
  ["When", ["startTime", "endTime"]],
  ["Where", ["location"]],
  ["Company", ["companyName"]],
  ["Telephone", ["businessTelephoneNumber", "mobileTelephoneNumber", "homeTelephoneNumber"]],
  ["Email", ["email1EmailAddress", "email2EmailAddress"]],
  ["Address", ["workAddress", "homeAddress", "postalAddress"]],
];

function detailsOf(item: PSTMessage): string[] {
  if (!/^IPM\.(Appointment|Contact)/i.test(item.messageClass)) return [];
  return fields.flatMap(([name, keys]) => {
    const values = keys.map((key) => shown(Reflect.get(item, key))).filter((text) => text !== "");
    const separator = name === "When" ? " to " : ", ";
    return values.length > 0 ? [`${name}: ${values.join(separator)}`] : [];
  });
}

function shown(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === "string" ? value.trim() : "";
}

/** Returns true for an item that the library reads as a message. */
export function isPstMessage(item: unknown): item is PSTMessage {
  return item instanceof PSTMessage;
}
