import {
  createDocumentBuilder,
  type DocumentBuilder,
} from "@besunny/document-model/document-builder";
import type { Metadata, ParsedDocument } from "@besunny/document-model/parsed-document";
import type { Part } from "../../contract/part";
import type { ReaderInput } from "../../contract/reader-input";
import { parseHtml, textOf } from "../../xml/xml";
import { readRtf } from "../office/rtf/read-rtf";
import { takePictures } from "../pictures/take-pictures";
import { addElement } from "../web/add-html";
import { keepPagePictures } from "../web/pictures";
import { addMailText } from "./add-mail-text";
import { isWithin } from "./body-words";
import { addCalendar } from "./calendar/add-calendar";
import type { Body, Message } from "./message";
import { partNamed } from "./part-named";
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
  const given: Given = { source, parts: message.parts };
  await addBody(builder, message, given);
  for (const other of message.others) await addNewWords(builder, message, other, given);
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

type Given = { source: ReaderInput; parts: Part[] };

async function addBody(builder: DocumentBuilder, body: Body, { source, parts }: Given) {
  const { html, text } = body;
  if (await addRichBody(builder, body, source)) return;
  const before = builder.length;
  if (hasBetterHtml(html, text)) {
    const root = parseHtml(html);
    const pictures = await keepPagePictures(
      builder,
      root,
      source,
      (address) => partNamed(parts, address)?.bytes,
    );
    addElement(builder, root, { earlierMail: beginsEarlierMailAt, pictures });
  }
  if (builder.length === before) addMailText(builder, text);
}

/** Adds a body in RTF if the message has no other. Returns true if the message has such a body. */
async function addRichBody(
  builder: DocumentBuilder,
  { rtf, html, text }: Body,
  source: ReaderInput,
): Promise<boolean> {
  if (!rtf || html.trim() !== "" || text.trim() !== "") return false;
  const input: ReaderInput = { ...source, bytes: rtf, format: "rtf" };
  const body = await readRtf(input).catch(() => null);
  if (!body) builder.warnings.push("The text of the message is damaged.");
  else await copyBlocks(builder, body, source);
  return true;
}

/** Adds a second body, unless the first has nearly all of its words. */
async function addNewWords(builder: DocumentBuilder, first: Body, other: Body, given: Given) {
  const { source } = given;
  const apart = createDocumentBuilder(source);
  apart.startPage({ kind: "flow" });
  await addBody(apart, other, given);
  const read = apart.build();
  if (!isWithin(read.text, first)) await copyBlocks(builder, read, source);
}

async function copyBlocks(builder: DocumentBuilder, read: ParsedDocument, source: ReaderInput) {
  await takePictures(builder, read, source);
  const { blocks, text } = read;
  for (const { kind, level, span, cells, picture } of blocks)
    if (cells) builder.addTable({ cells: cells.map(({ span: _, ...cell }) => cell) });
    else if (kind !== "table") builder.add({ kind, level, text: text.slice(...span), picture });
}

/** Returns true if the HTML body is better than the text body. HTML keeps tables and lists, but some bodies only refer to the text. */
export function hasBetterHtml(html: string, text: string): boolean {
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
