import { isUtf8 } from "node:buffer";
import PostalMime, { type Address, type Attachment, type Email } from "postal-mime";
import { decodeText } from "../../detect/decode-text";
import { calendarText } from "./calendar/calendar-text";
import { disguised, disguisedCalendar, undisguised } from "./disguise";
import { withWholeWords } from "./encoded-words";
import { flowOf, unflowed } from "./flowed-text";
import { headerDate } from "./mail-date";
import { idsIn, type Message, noMessage } from "./message";
import { openParts } from "./open-parts";
import { uuencodedParts } from "./uuencoded";

const options = {
  attachmentEncoding: "arraybuffer",
  forceRfc822Attachments: true,
  maxNestingDepth: 200,
  maxHeadersSize: 8 * 1024 * 1024,
} as const;

/**
 * Parses a message. Messages inside it become parts, without being parsed; what a signature or winmail.dat wraps is taken in. `depth` counts such
 * wrappers around the message.
 */
export async function emlMessage(source: Buffer, depth = 0): Promise<Message> {
  const raw = source.toString("latin1");
  const flow = flowOf(raw);
  const hidden = disguised(raw);
  const changed = withWholeWords(hidden);
  const bytes = changed === raw ? source : Buffer.from(changed, "latin1");
  const email = await parsed(bytes);
  const shown = (text = "") => (hidden === raw ? text : undisguised(text));
  const message: Message = {
    ...noMessage(),
    subject: email.subject?.trim() ?? "",
    from: written(email.from ?? email.sender),
    to: (email.to ?? []).map(written).filter(Boolean),
    cc: (email.cc ?? []).map(written).filter(Boolean),
    bcc: (email.bcc ?? []).map(written).filter(Boolean),
    sentAt: headerDate(headerOf(email, "date")) ?? headerDate(email.date) ?? receivedAt(email),
    html: shown(email.html),
    text: flow ? unflowed(shown(email.text), flow) : shown(email.text),
  };
  const [messageId] = idsIn(email.messageId);
  if (messageId) message.messageId = messageId;
  const [inReplyTo] = idsIn(email.inReplyTo);
  if (inReplyTo) message.inReplyTo = inReplyTo;
  const references = idsIn(email.references);
  if (references.length > 0) message.references = references.slice(-100);
  for (const attachment of email.attachments) addPart(message, attachment, calendarCharset(raw));
  if (hidden !== raw) for (const part of message.parts) part.bytes = asItWas(part.bytes);
  const apart = uuencodedParts(message.text);
  message.text = apart.text;
  message.parts.push(...apart.parts);
  await openParts(message, emlMessage, depth);
  notePgp(message);
  return message;
}

async function parsed(bytes: Buffer): Promise<Email> {
  const email = await PostalMime.parse(bytes, options);
  const texts = [email.text, email.html, email.subject];
  if (texts.some(isBroken)) return reparsed(bytes, email);
  return texts.some(isMisread) && isEightBitUtf8(bytes) ? reparsed(bytes, email) : email;
}

function isBroken(text: string | undefined): boolean {
  return text?.includes("\ufffd") === true;
}

/** Returns true for UTF-8 that was decoded with one byte per character, such as "Ã¼" for "ü". */
function isMisread(text: string | undefined): boolean {
  return text !== undefined && /[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac/.test(text);
}

function isEightBitUtf8(bytes: Buffer): boolean {
  return bytes.some((byte) => byte >= 0x80) && isUtf8(bytes);
}

/**
 * Parses again a message whose charset is missing, unknown or wrong. Keeps every byte as a character, and then decodes by evidence in the
 * bytes.
 */
async function reparsed(bytes: Buffer, email: Email): Promise<Email> {
  const renamed = bytes
    .toString("latin1")
    .replace(
      /\bcharset[ \t]{0,60}=[ \t]{0,60}("[^"\r\n]{0,60}"|[^\s;"]{1,60})/gi,
      "charset=x-user-defined",
    )
    .replace(
      /^(content-type:[ \t]*text\/\w{1,60})[ \t]{0,60};?[ \t]{0,60}$/gim,
      "$1; charset=x-user-defined",
    );
  const kept = await PostalMime.parse(Buffer.from(renamed, "latin1"), options);
  const mended = (before: string | undefined, after: string | undefined) =>
    (isBroken(before) || isMisread(before)) && after && !isBroken(after) ? fromKept(after) : before;
  const subject =
    isBroken(email.subject) || isMisread(email.subject) ? rawSubject(bytes) : email.subject;
  return {
    ...email,
    text: mended(email.text, kept.text),
    html: mended(email.html, kept.html),
    subject: subject ?? email.subject,
  };
}

function fromKept(text: string): string {
  const bytes = Buffer.alloc(text.length * 3);
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xf780 && code <= 0xf7ff) bytes[length++] = code - 0xf700;
    else length += bytes.write(character, length);
  }
  return decodeText(bytes.subarray(0, length));
}

/** Returns a subject written in raw bytes, against the standard, or null if the subject has encoded words. */
function rawSubject(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 64_000).toString("latin1");
  const found = /^subject:[ \t]*(.*(?:\r?\n[ \t].*)*)/im.exec(head)?.[1];
  if (!found || found.includes("=?")) return null;
  return decodeText(Buffer.from(found, "latin1")).replace(/\s+/g, " ").trim();
}

/** Restores the headers of a message inside the message. */
function asItWas(bytes: Buffer): Buffer {
  const isChanged = bytes.includes("fl0wed") || bytes.includes("ca1endar");
  return isChanged ? Buffer.from(undisguised(bytes.toString("latin1")), "latin1") : bytes;
}

function calendarCharset(message: string): string | undefined {
  const type = /^content-type:[ \t]*text\/calendar\b[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/im.exec(
    message,
  );
  return /\bcharset="?([^\s;"]+)/i.exec(type?.[0] ?? "")?.[1];
}

function headerOf({ headers }: Email, name: string): string | undefined {
  return headers.find(({ key }) => key === name)?.value;
}

function receivedAt(email: Email): string | null {
  const received = headerOf(email, "received") ?? "";
  return headerDate(received.slice(received.lastIndexOf(";") + 1));
}

function written(address: Address | undefined): string {
  if (!address) return "";
  const { name, group } = address;
  if (group) return group.length > 0 ? `${name}: ${group.map(written).join(", ")}` : name;
  if (!address.address) return name;
  return name && name !== address.address ? `${name} <${address.address}>` : address.address;
}

function addPart(message: Message, attachment: Attachment, charset: string | undefined) {
  const { filename, mimeType, content, disposition, related, contentId } = attachment;
  const bytes =
    typeof content === "string" ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
  const mediaType =
    mimeType === disguisedCalendar ? "text/calendar" : mimeType || "application/octet-stream";
  if (/^(text\/calendar|application\/ics)$/.test(mediaType)) {
    message.calendars.push(calendarText(bytes, charset));
    if (disposition !== "attachment") return;
  }
  if (/pgp-signature/.test(mediaType)) return;
  const isShown = Boolean(contentId) && message.html.includes(`cid:${contentId?.slice(1, -1)}`);
  message.parts.push({
    fileName: filename ?? "",
    mediaType,
    bytes,
    isInline: disposition === "inline" || related === true || isShown,
    ...(contentId && { contentId: contentId.replace(/^<|>$/g, "") }),
  });
}

function notePgp({ text, warnings, parts }: Message) {
  if (
    text.includes("-----BEGIN PGP MESSAGE-----") ||
    parts.some(({ mediaType }) => mediaType === "application/pgp-encrypted")
  )
    warnings.push("The message is encrypted with PGP, so its text cannot be read.");
}
