import type { Repositories } from "@besunny/db/database";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { z } from "zod";
import { notFound } from "../../errors";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { processingRun } from "../contract";

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

  async handle(repositories, { documentId: id, ...reading }) {
    if (!(await repositories.documents.find(id))) notFound("Document", id);
    await keepReading(repositories, id, reading);
  },
});

/** Stores what was read, without U+0000, which PostgreSQL cannot hold. */
export async function keepReading(
  { documents, pageTexts }: Pick<Repositories, "documents" | "pageTexts">,
  documentId: string,
  { modelKey, format, mediaType, release, pages }: Reading,
): Promise<void> {
  await pageTexts.replace(
    documentId,
    pages.map((each) => ({ ...each, text: each.text.replaceAll("\u0000", "") })),
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
