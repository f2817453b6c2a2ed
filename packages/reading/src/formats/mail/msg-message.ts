import { isUtf8 } from "node:buffer";
import { createRequire } from "node:module";
import type { FieldsData } from "@kenjiuno/msgreader/lib/MsgReader";
import iconv from "iconv-lite";
import type { Part } from "../../contract/part";
import { corrupt } from "../../contract/refusals";
import { decodeAs } from "../../detect/decode-as";
import { decodeText } from "../../detect/decode-text";
import { guessCharset } from "../../detect/guess-charset";
import { localeCodePage } from "../../detect/locale-code-page";
import { emlHeaders } from "./eml-headers";
import { headerDate, inZoneOf } from "./mail-date";
import { isoDate, type Message } from "./message";
import { openRtfBody, type RtfBody } from "./msg-body";

// The library's default export is CommonJS made from ES modules, which Node and bundlers unwrap differently.
const library: typeof import("@kenjiuno/msgreader") = createRequire(import.meta.url)(
  "@kenjiuno/msgreader",
);

/** Parses an Outlook message. Throws `ReadingError`. */
export function msgMessage(bytes: Buffer): Message {
  const { reader, fields } = opened(bytes);
  const warnings: string[] = [];
  const rtf = fields.compressedRtf ? openRtfBody(fields.compressedRtf) : null;
  const html = htmlOf(fields, rtf);
  const text = fields.body?.trim() ? fields.body : rtf && "text" in rtf ? rtf.text : "";
  if (fields.compressedRtf && !rtf && html === "" && text === "")
    warnings.push("The body of the message is damaged or too large, and was left out.");
  const headers = emlHeaders(fields.headers ?? "");
  const messageId = fields.messageId?.replace(/^<|>$/g, "") ?? headers.messageId;
  const message: Message = {
    subject: fields.subject?.trim() ?? "",
    from: written(
      fields.senderName ?? "",
      fields.senderSmtpAddress ??
        fields.sentRepresentingSmtpAddress ??
        fields.creatorSMTPAddress ??
        fields.senderEmail,
    ),
    to: recipients(fields, "to"),
    cc: recipients(fields, "cc"),
    bcc: recipients(fields, "bcc"),
    sentAt:
      inZoneOf(
        fields.clientSubmitTime ?? fields.messageDeliveryTime ?? fields.creationTime,
        headers.date,
      ) ?? headerDate(headers.date),
    html,
    text,
    others: [],
    calendars: [],
    parts: partsOf(reader, fields, warnings),
    warnings,
    ...headers.threads,
    ...(messageId && { messageId }),
    details: detailsOf(fields),
  };
  if (rtf && "rtf" in rtf && html === "" && text === "") message.rtf = rtf.rtf;
  return message;
}

type MsgReader = InstanceType<(typeof library)["default"]>;

/** Opens a message. The texts of old messages have a code page, which the library takes for Latin-1. */
function opened(bytes: Buffer): { reader: MsgReader; fields: FieldsData } {
  const open = (charset?: string) => {
    const reader = new library.default(new Uint8Array(bytes).buffer);
    if (charset) reader.parserConfig = { ansiEncoding: charset };
    const fields = reader.getFileData();
    if (fields.error) throw corrupt("The Outlook message");
    return { reader, fields };
  };
  const first = open();
  const { subject = "", body = "", senderName = "" } = first.fields;
  const texts = Buffer.from(`${subject}\n${senderName}\n${body}`, "latin1");
  const isAscii = texts.every((byte) => byte < 0x80);
  if (isAscii || texts.toString("latin1") !== `${subject}\n${senderName}\n${body}`) return first;
  return open(charsetOf(first.fields, texts));
}

const english = 0x09;

/** Returns UTF-8 if the bytes are UTF-8. Else returns the code page that the message names, that of its locale, or the likeliest one. */
function charsetOf({ messageCodepage, messageLocaleId }: FieldsData, texts: Buffer): string {
  if (isUtf8(texts)) return "utf-8";
  const named = messageCodepage ? `cp${messageCodepage}` : "";
  if (messageCodepage !== 65_001 && iconv.encodingExists(named)) return named;
  const locale = messageLocaleId ?? english;
  // English is the locale that programs write by default, and its own words need no code page.
  return (locale & 0x3ff) === english ? guessCharset(texts) : `cp${localeCodePage(locale)}`;
}

function htmlOf(fields: FieldsData, rtf: RtfBody | null): string {
  if (fields.bodyHtml?.trim()) return fields.bodyHtml;
  if (fields.html?.length) {
    const bytes = Buffer.from(fields.html);
    const start = bytes.subarray(0, 4_096).toString("latin1");
    const declared = /charset\s*=\s*["']?\s*([\w:-]+)/i.exec(start)?.[1];
    const codepage = fields.internetCodepage ?? fields.messageCodepage;
    if (codepage === 65_001 || !codepage) return decodeText(bytes, declared);
    return decodeText(
      bytes,
      declared ??
        (decodeAs(Buffer.alloc(0), `cp${codepage}`) === null ? undefined : `cp${codepage}`),
    );
  }
  return rtf && "html" in rtf ? rtf.html : "";
}

function recipients({ recipients: all = [] }: FieldsData, kind: string): string[] {
  return all.flatMap(({ name = "", email, smtpAddress, recipType }) => {
    const text = written(name, smtpAddress ?? email);
    return (recipType ?? "to") === kind && text ? [text] : [];
  });
}

/** Returns the name and address of a person. Internal addresses of an Exchange server are left out, because people cannot use them. */
function written(name: string, address: string | undefined): string {
  const isInternal = /^\/o=/i.test(address ?? "");
  const plain = name.replace(/^'(.*)'$/, "$1").trim();
  if (!address || isInternal || address === plain) return plain;
  return plain ? `${plain} <${address}>` : address;
}

/** Returns the file name. The library's types promise a name, but attachments of signed messages have none. */
function nameOf({ fileName }: { fileName?: string }): string {
  return fileName ?? "";
}

function partsOf(reader: MsgReader, { attachments = [] }: FieldsData, warnings: string[]): Part[] {
  return attachments.flatMap((attachment): Part[] => {
    try {
      const found = reader.getAttachment(attachment);
      const { content } = found;
      const fileName = nameOf(found);
      const isMessage = attachment.innerMsgContent === true;
      return [
        {
          fileName: isMessage && !/\.msg$/i.test(fileName) ? `${fileName}.msg` : fileName,
          mediaType: isMessage
            ? "application/vnd.ms-outlook"
            : (attachment.attachMimeTag ?? "application/octet-stream"),
          bytes: Buffer.from(content),
          isInline: attachment.attachmentHidden === true || Boolean(attachment.pidContentId),
          ...(attachment.pidContentId && {
            contentId: attachment.pidContentId.replace(/^<|>$/g, ""),
          }),
        },
      ];
    } catch {
      warnings.push(`The attachment ${attachment.fileName ?? ""} is damaged and was left out.`);
      return [];
    }
  });
}

/** Returns the details of an appointment or contact that Outlook stores outside its body. */
function detailsOf(fields: FieldsData): string[] {
  return [
    [
      "When",
      [fields.apptStartWhole, fields.apptEndWhole]
        .flatMap((time) => isoDate(time) ?? [])
        .join(" to "),
    ],
    ["Where", fields.apptLocation ?? fields.location ?? ""],
    ["Company", fields.companyName ?? ""],
    ["Telephone", fields.businessTelephoneNumber ?? fields.mobileTelephoneNumber ?? ""],
    ["Email", fields.email1EmailAddress ?? ""],
    ["Address", fields.workAddress ?? fields.postalAddress ?? ""],
  ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
}
