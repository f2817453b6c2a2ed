import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../contract/reader-input";
import { corrupt, tooLarge } from "../../contract/refusals";
import { writeAttachments } from "../write-attachments";
import { addMessage, metadataOf } from "./add-message";
import { emlMessage } from "./eml-message";
import type { Message } from "./message";

/** Reads a mailbox. Each message becomes a page with its subject as the label. A damaged message does not fail the others. */
export async function readMbox(source: ReaderInput): Promise<ParsedDocument> {
  const builder = createDocumentBuilder(source);
  let number = 0;
  let read = 0;
  let only: Message | undefined;
  for (const bytes of messagesIn(source.bytes)) {
    number += 1;
    if (number > source.limits.pages) {
      builder.warnings.push(`Only the first ${source.limits.pages} messages were read.`);
      break;
    }
    const message = await emlMessage(bytes).catch(() => null);
    if (!message) {
      builder.warnings.push(`Message ${number} is damaged and was left out.`);
      continue;
    }
    read += 1;
    only = message;
    await addMessage(builder, message, source, message.subject || `Message ${number}`);
    builder.outline.push({
      title: message.subject || `Message ${number}`,
      level: 1,
      page: read,
    });
    if (builder.length > source.limits.textCharacters)
      throw tooLarge("The mailbox holds more text than one file may.");
    await writeAttachments(builder, message.parts, source);
  }
  if (read === 0) throw corrupt("The mailbox");
  if (only && read === 1) Object.assign(builder.metadata, metadataOf(only));
  return builder.build();
}

/** Yields whole messages, with lines escaped as ">From " in their original form. */
export function* messagesIn(bytes: Buffer): Iterable<Buffer> {
  let start = afterLine(bytes, 0);
  for (let at = start; at < bytes.length; ) {
    const found = bytes.indexOf("\nFrom ", at);
    if (found < 0) break;
    if (isPostmark(bytes, found + 1) && begins(bytes, found, afterLine(bytes, found + 1))) {
      yield unescaped(bytes.subarray(start, found + 1));
      start = afterLine(bytes, found + 1);
      at = start;
    } else at = found + 1;
  }
  if (start < bytes.length) yield unescaped(bytes.subarray(start));
}

function afterLine(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(10, from);
  return end < 0 ? bytes.length : end + 1;
}

/**
 * Returns true for a "From " line before a message, which has a date or only an address. A sentence that begins with the word has neither.
 */
function isPostmark(bytes: Buffer, from: number): boolean {
  const line = bytes
    .subarray(from, Math.min(from + 300, afterLine(bytes, from)))
    .toString("latin1");
  return /^From \S.*\d{1,2}:\d\d|^From \S+\s*$/.test(line);
}

/** Returns true if a header follows, or if the line is between two empty lines, for a message without headers. */
function begins(bytes: Buffer, before: number, from: number): boolean {
  const line = bytes.subarray(from, Math.min(from + 200, bytes.length)).toString("latin1");
  const isApart = /\n\r?$/.test(bytes.subarray(Math.max(0, before - 2), before).toString("latin1"));
  return /^>?[!-9;-~]+:/.test(line) || (isApart && /^\r?\n/.test(line));
}

function unescaped(message: Buffer): Buffer {
  if (!message.includes("\n>From ") && !message.includes("\n>>From ")) return message;
  return Buffer.from(message.toString("latin1").replace(/^>(>*From )/gm, "$1"), "latin1");
}
