import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../contract/reader-input";
import { ReadingError } from "../../contract/reading-error";
import { corrupt } from "../../contract/refusals";
import { writeAttachments } from "../write-attachments";
import { addMessage, metadataOf } from "./add-message";
import { emlMessage } from "./eml-message";
import { type Message, noMessage } from "./message";
import { msgMessage } from "./msg-message";
import { openParts } from "./open-parts";
import { openTnef } from "./tnef";

/** Reads an Outlook message, appointment or contact. Throws `ReadingError`. */
export async function readMsg(source: ReaderInput): Promise<ParsedDocument> {
  const message = await messageOfMsg(source.bytes);
  const builder = createDocumentBuilder(source);
  Object.assign(builder.metadata, metadataOf(message));
  await addMessage(builder, message, source);
  await writeAttachments(builder, message.parts, source);
  return builder.build();
}

/** Returns the message of a file of Outlook, with what it wraps. Throws `ReadingError`. */
export async function messageOfMsg(bytes: Buffer): Promise<Message> {
  const message = opened(bytes);
  await openParts(message, emlMessage);
  return message;
}

function opened(bytes: Buffer): Message {
  const wrapped = openTnef(bytes);
  if (wrapped) return { ...noMessage(), ...wrapped };
  try {
    return msgMessage(bytes);
  } catch (error) {
    throw error instanceof ReadingError ? error : corrupt("The Outlook message", error);
  }
}
