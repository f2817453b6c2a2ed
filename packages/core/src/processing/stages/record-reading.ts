import type { Repositories } from "@besunny/db/database";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { z } from "zod";
import { restrictNamed } from "../../documents/contract/holding/restrict-named";
import { notFound } from "../../errors";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { processingRun } from "../contract";

const mail = z.object({
  messageId: z.string().nullable(),
  relatedIds: z.array(z.string()),
  sender: z.string(),
  sentAt: z.iso.datetime({ offset: true }).nullable(),
});

const page = z.object({
  number: z.number().int().positive(),
  kind: z.string(),
  label: z.string().nullable(),
  width: z.number(),
  height: z.number(),
  rotation: z.number().int(),
  text: z.string(),
  isRecognised: z.boolean(),
  quality: z.number(),
  reasons: z.array(z.string()),
});

export const Reading = z.object({
  modelKey: z.string(),
  format: z.string(),
  mediaType: z.string(),
  release: z.number().int().nullable(),
  pages: z.array(page),
  /** The headers of a mail; null for documents of other kinds. */
  mail: mail.nullable(),
});
export type Reading = z.infer<typeof Reading>;

/** Stores the texts of the pages and the key of the parsed document. */
export const recordReading = command("processing.record-reading", {
  title: "Store what was read",
  permission: "document.process",
  input: processingRun.extend(Reading.shape),
  output: nothing,
  doors: [],
  audit: { notAudited: "Runs and their steps record it." },

  async handle(tools, { documentId: id, ...reading }) {
    if (!(await tools.documents.find(id))) notFound("Document", id);
    await keepReading(tools, id, reading);
    // Nothing may be made of a document that names somebody whose data is restricted, and nobody knew so before.
    await restrictNamed(tools, id);
  },
});

/** Stores what was read, without U+0000, which PostgreSQL cannot hold. */
export async function keepReading(
  { documents, mails, pageTexts }: Pick<Repositories, "documents" | "mails" | "pageTexts">,
  documentId: string,
  { modelKey, format, mediaType, release, pages, mail: said }: Reading,
): Promise<void> {
  await pageTexts.replace(
    documentId,
    pages.map((each) => ({ ...each, text: each.text.replaceAll("\u0000", "") })),
  );
  await mails.keep(
    documentId,
    said && { ...said, sentAt: said.sentAt === null ? null : new Date(said.sentAt) },
  );
  await documents.update(documentId, {
    modelKey,
    format,
    mediaType,
    readingRelease: release,
    pageCount: pages.length,
  });
}

/** Returns the columns to store for a parsed document that is stored under the key. */
export function readingOf(model: ParsedDocument, modelKey: string): Reading {
  return {
    modelKey,
    format: model.format,
    mediaType: model.mediaType,
    release: model.release ?? null,
    mail: mailOf(model),
    pages: model.pages.map((each) => ({
      number: each.number,
      kind: each.kind,
      label: each.label ?? null,
      width: each.width,
      height: each.height,
      rotation: each.rotation,
      text: model.text.slice(...each.span),
      isRecognised: each.recognised,
      quality: each.quality.score,
      reasons: each.quality.reasons,
    })),
  };
}

const mails = new Set(["eml", "msg"]);

/** More messages than these are not kept as those that a mail names, and longer ids than this are no ids. */
const MOST_RELATED = 100;
const LONGEST_ID = 500;

function mailOf({ format, metadata }: ParsedDocument): Reading["mail"] {
  if (!mails.has(format)) return null;
  const { messageId, inReplyTo, references = [], from = "", sentAt } = metadata;
  const isId = (id: string | undefined): id is string =>
    id !== undefined && id !== "" && id.length <= LONGEST_ID && !id.includes("\u0000");
  return {
    messageId: isId(messageId) ? messageId : null,
    relatedIds: [...new Set([...references, inReplyTo])].filter(isId).slice(-MOST_RELATED),
    sender: from.replaceAll("\u0000", "").slice(0, LONGEST_ID),
    sentAt: mail.shape.sentAt.safeParse(sentAt).data ?? null,
  };
}
