import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { PSTFile, type PSTFolder, type PSTMessage } from "pst-extractor";
import type { ReaderInput } from "../../../contract/reader-input";
import { corrupt, encrypted, unsupported } from "../../../contract/refusals";
import { readRtf } from "../../office/rtf/read-rtf";
import { writeAttachments } from "../../write-attachments";
import { addMessage } from "../add-message";
import { isPstMessage, pstMessage } from "./pst-message";

/**
 * Reads a mailbox of Outlook. Each message, appointment and contact becomes a page with its subject as the label, and the outline has its
 * folders. A damaged message does not fail the others. Throws `ReadingError`.
 */
export async function readPst(source: ReaderInput): Promise<ParsedDocument> {
  const file = opened(source.bytes);
  const builder = createDocumentBuilder(source);
  const { limits } = source;
  let read = 0;
  let damaged = 0;
  for (const found of itemsOf(file.getRootFolder(), 0)) {
    if ("folder" in found) {
      builder.outline.push({ title: found.folder, level: found.level, page: read + 1 });
      continue;
    }
    if (read >= limits.pages || builder.length > limits.textCharacters) {
      builder.warnings.push(`Only the first ${read} messages were read.`);
      break;
    }
    if (found.item === null) damaged += 1;
    else
      try {
        await addItem(found.item, found.level);
      } catch {
        damaged += 1;
      }
  }
  if (damaged > 0) builder.warnings.push(`${damaged} messages are damaged and were left out.`);
  if (read === 0) throw corrupt("The mailbox");
  return builder.build();

  async function addItem(item: PSTMessage, level: number): Promise<void> {
    const { message, attached, rtf } = pstMessage(item, limits.archiveBytes);
    const body = rtf && (await textOfRtf(rtf, source));
    if (body) message.text = body;
    else if (rtf) builder.warnings.push(`The text of "${message.subject}" is damaged.`);
    read += 1;
    const title = message.subject || `Message ${read}`;
    await addMessage(builder, message, source, title);
    builder.outline.push({ title, level, page: read });
    await writeAttachments(builder, message.parts, source);
    if (level < deepest) for (const each of attached) await addItem(each, level + 1);
  }
}

const deepest = 50;

function opened(bytes: Buffer): PSTFile {
  try {
    return new PSTFile(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    if (/is encrypted/.test(reason)) throw encrypted("The mailbox");
    if (/Unrecognised/.test(reason))
      throw unsupported(
        "This kind of Outlook mailbox",
        "Export it from Outlook as a PST file and upload that.",
      );
    throw corrupt("The mailbox", error);
  }
}

type Found = { level: number } & ({ folder: string } | { item: PSTMessage | null });

/** Yields folders and, after each, the items in it. An item is null if it is damaged. */
function* itemsOf(folder: PSTFolder, level: number): Iterable<Found> {
  if (level > 0) yield { folder: folder.displayName, level };
  for (let left = countOf(folder); left > 0; left--) {
    const item = nextOf(folder);
    if (item === undefined) break;
    yield { item, level: level + 1 };
  }
  if (level < deepest && folder.hasSubfolders)
    for (const inner of folder.getSubFolders()) yield* itemsOf(inner, level + 1);
}

const searchFolder = 2;

/** A search folder shows messages of other folders. */
function countOf(folder: PSTFolder): number {
  return folder.folderType === searchFolder ? 0 : folder.contentCount;
}

function nextOf(folder: PSTFolder): PSTMessage | null | undefined {
  try {
    const item: unknown = folder.getNextChild();
    if (item === null || item === undefined) return undefined;
    return isPstMessage(item) ? item : null;
  } catch {
    return null;
  }
}

async function textOfRtf(bytes: Buffer, source: ReaderInput): Promise<string | null> {
  const document = await readRtf({ ...source, bytes, format: "rtf" }).catch(() => null);
  return document?.text ?? null;
}
