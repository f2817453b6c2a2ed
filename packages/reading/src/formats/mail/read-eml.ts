import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../contract/reader-input";
import { corrupt } from "../../contract/refusals";
import { writeAttachments } from "../write-attachments";
import { addMessage, metadataOf } from "./add-message";
import { emlMessage } from "./eml-message";
import type { Message } from "./message";

/** Reads a mail: headers, body and attachments. Messages inside it become attachments. Throws `ReadingError`. */
export async function readEml(source: ReaderInput): Promise<ParsedDocument> {
  const message = await messageOfEml(source.bytes);
  const builder = createDocumentBuilder(source);
  Object.assign(builder.metadata, metadataOf(message));
  await addMessage(builder, message, source);
  await writeAttachments(builder, message.parts, source);
  return builder.build();
}

/** Returns the message of a file, with or without the line of a mailbox before it. Throws `ReadingError`. */
export function messageOfEml(bytes: Buffer): Promise<Message> {
  return emlMessage(fromHeaders(bytes)).catch((cause: unknown) => {
    throw corrupt("The mail", cause);
  });
}

/** Removes the line of a mailbox, or the length that Apple's mail program writes before a message. */
function fromHeaders(bytes: Buffer): Buffer {
  const start = bytes.subarray(0, 40).toString("latin1");
  if (/^From /.test(start)) return bytes.subarray(bytes.indexOf(10) + 1);
  const length = Number(/^(\d{1,12})[ \t]*\r?\n/.exec(start)?.[1] ?? 0);
  const begin = bytes.indexOf(10) + 1;
  return length > 0 ? bytes.subarray(begin, begin + length) : bytes;
}
