import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import type { Metadata, ParsedDocument } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../contract/reader-input";
import { parseHtml, textOf } from "../../xml/xml";
import { readRtf } from "../office/rtf/read-rtf";
import { addHtml } from "../web/add-html";
import { addMailText } from "./add-mail-text";
import { addCalendar } from "./calendar/add-calendar";
import type { Message } from "./message";
import { beginsEarlierMailAt } from "./thread/earlier-mail-in-html";

/** Adds a message as a page: subject, headers, the better of its bodies, invitations. */
export async function addMessage(
  builder: DocumentBuilder,
  message: Message,
  source: ReaderInput,
  label?: string,
) {
  builder.startPage({ kind: "flow", ...(label && { label }) });
  builder.add({ kind: "title", text: message.subject });
  builder.add({
    kind: "paragraph",
    text: [...headersOf(message), ...message.details].join("\n"),
  });
  if (!(await addRichBody(builder, message, source))) addBody(builder, message);
  for (const calendar of message.calendars) addCalendar(builder, calendar, { level: 2, most: 200 });
  for (const warning of message.warnings)
    if (!builder.warnings.includes(warning)) builder.warnings.push(warning);
}

function headersOf({ from, to, cc, bcc, sentAt }: Message): string[] {
  const lines = [
    ["From", from],
    ["To", to.join(", ")],
    ["Cc", cc.join(", ")],
    ["Bcc", bcc.join(", ")],
    ["Date", sentAt ?? ""],
  ];
  return lines.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
}

/** Adds a body in RTF if the message has no other. Returns true if the message has such a body. */
async function addRichBody(
  builder: DocumentBuilder,
  { rtf, html, text, warnings }: Message,
  source: ReaderInput,
): Promise<boolean> {
  if (!rtf || html.trim() !== "" || text.trim() !== "") return false;
  const input: ReaderInput = { ...source, bytes: rtf, format: "rtf" };
  const body = await readRtf(input).catch(() => null);
  if (!body) warnings.push("The text of the message is damaged.");
  else copyBlocks(builder, body);
  return true;
}

function copyBlocks(builder: DocumentBuilder, { blocks, text }: ParsedDocument) {
  for (const { kind, level, span, cells } of blocks)
    if (cells) builder.addTable({ cells: cells.map(({ span: _, ...cell }) => cell) });
    else if (kind !== "table") builder.add({ kind, level, text: text.slice(...span) });
}

function addBody(builder: DocumentBuilder, { html, text }: Message) {
  const before = builder.length;
  if (isBetter(html, text)) addHtml(builder, html, { earlierMail: beginsEarlierMailAt });
  if (builder.length === before) addMailText(builder, text);
}

/** Returns true if the HTML body is better than the text body. HTML keeps tables and lists, but some bodies only refer to the text. */
function isBetter(html: string, text: string): boolean {
  if (html.trim() === "") return false;
  if (text.trim() === "" || html.length > 300_000) return true;
  const shown = textOf(parseHtml(html)).replace(/\s+/g, " ").length;
  return shown > text.replace(/\s+/g, " ").length / 3;
}

/** Returns the metadata of a document from a message. */
export function metadataOf(message: Message): Metadata {
  const { subject, from, to, cc, sentAt, messageId, inReplyTo, references } = message;
  return {
    ...(subject && { title: subject, subject }),
    ...(from && { from }),
    ...(to.length > 0 && { to }),
    ...(cc.length > 0 && { cc }),
    ...(sentAt && { sentAt }),
    ...(messageId && { messageId }),
    ...(inReplyTo && { inReplyTo }),
    ...(references && references.length > 0 && { references }),
  };
}
