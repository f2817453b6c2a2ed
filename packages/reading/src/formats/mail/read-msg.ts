import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../contract/reader-input";
import { ReadingError } from "../../contract/reading-error";
import { corrupt } from "../../contract/refusals";
import { readRtf } from "../office/rtf/read-rtf";
import { writeAttachments } from "../write-attachments";
import { addMessage, metadataOf } from "./add-message";
import { type Message, noMessage } from "./message";
import { msgMessage } from "./msg-message";
import { openTnef } from "./tnef";

/** Reads an Outlook message, appointment or contact. Throws `ReadingError`. */
export async function readMsg(source: ReaderInput): Promise<ParsedDocument> {
  const { message, rtf } = opened(source.bytes);
  const builder = createDocumentBuilder(source);
  Object.assign(builder.metadata, metadataOf(message));
  const body = rtf
    ? await readRtf({ ...source, bytes: rtf, format: "rtf" }).catch(() => null)
    : null;
  if (rtf && !body) message.warnings.push("The text of the message is damaged.");
  addMessage(builder, message);
  for (const { kind, level, span, cells } of body?.blocks ?? []) {
    if (cells) builder.addTable({ cells: cells.map(({ span: _, ...cell }) => cell) });
    else if (kind !== "table") builder.add({ kind, level, text: body?.text.slice(...span) ?? "" });
  }
  await writeAttachments(builder, message.parts, source);
  return builder.build();
}

function opened(bytes: Buffer): { message: Message; rtf?: Buffer } {
  const wrapped = openTnef(bytes);
  if (wrapped) return { message: { ...noMessage(), ...wrapped } };
  try {
    return msgMessage(bytes);
  } catch (error) {
    throw error instanceof ReadingError ? error : corrupt("The Outlook message", error);
  }
}
