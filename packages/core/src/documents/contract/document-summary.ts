import type { Document } from "@besunny/db/workspace/documents/document-row";
import { z } from "zod";

import { customFieldKinds } from "../../fields/contract/custom-field-kinds";
import { confidence, count, day, idIn, instant } from "../../shapes";
import { stageOf, statusOf } from "./document";
import { documentStages, documentStatuses } from "./document-words";

/** A document in lists and tiles: never its text, its keys or who else may see it. */
export const DocumentSummary = z
  .object({
    id: idIn("doc"),
    title: z.string(),
    fileName: z.string(),
    folder: z.string().nullable().meta({ description: "Folders in which it was uploaded" }),
    mediaType: z.string(),
    format: z.string().nullable().meta({
      description: "Such as `pdf`, `docx`, `eml`, `pages` or `zip` (also of 7z, RAR and TAR files)",
    }),
    size: count,
    source: z.string(),
    version: count,
    status: z.enum(documentStatuses),
    stage: z.enum(documentStages),
    transcription: z.object({ done: count, total: count }).nullable().meta({
      description:
        "Pieces of a recording that are written down, while it is processed; null for other documents",
    }),
    type: z.string().nullable(),
    typeConfidence: confidence,
    isTypeCorrected: z.boolean(),
    language: z.string().nullable(),
    pageCount: count,
    datedOn: day.meta({
      description: "The day that it bears; the day it arrived if it bears none",
    }),
    parentId: idIn("doc").nullable(),
    projects: z.array(z.object({ id: idIn("prj"), name: z.string(), isRestricted: z.boolean() })),
    tags: z.array(z.object({ id: idIn("tag"), name: z.string() })),
    fields: z
      .array(
        z.object({
          id: idIn("fld"),
          name: z.string(),
          kind: z.enum(customFieldKinds),
          value: z.string().meta({ description: "Such as `EUR 12.50`, `2026-12-31` or `yes`" }),
        }),
      )
      .meta({ description: "The values of fields that the workspace defined" }),
    uploadedBy: z.object({ id: idIn("usr"), name: z.string() }).nullable(),
    createdAt: instant,
    typedAt: instant.nullable(),
    readyAt: instant.nullable(),
    trashedAt: instant.nullable(),
    seq: count,
    error: z.object({ code: z.string(), message: z.string(), remedy: z.string() }).nullable(),
  })
  .meta({ id: "Document" });
export type DocumentSummary = z.infer<typeof DocumentSummary>;

/** Returns a document as lists and tiles show it. */
export function summaryOf(document: Document): DocumentSummary {
  const { errorCode, errorMessage, errorRemedy } = document;
  return {
    id: document.id,
    title: document.title,
    fileName: document.fileName,
    mediaType: document.mediaType,
    format: document.format,
    size: document.size,
    source: document.source,
    folder: document.folder,
    version: document.version,
    status: statusOf(document.status),
    stage: stageOf(document.stage),
    transcription: transcriptionOf(document),
    type: document.type,
    typeConfidence: document.typeConfidence,
    isTypeCorrected: document.isTypeCorrected,
    language: document.language,
    pageCount: document.pageCount,
    datedOn: document.datedOn.toISOString().slice(0, 10),
    parentId: document.parentId,
    projects: document.projects,
    tags: document.tags,
    fields: document.fields.map((field) => ({
      ...field,
      kind: z.enum(customFieldKinds).parse(field.kind),
    })),
    uploadedBy: document.uploadedBy,
    createdAt: document.createdAt,
    typedAt: document.typedAt,
    readyAt: document.readyAt,
    trashedAt: document.trashedAt,
    seq: document.seq,
    error: errorCode
      ? { code: errorCode, message: errorMessage ?? "", remedy: errorRemedy ?? "" }
      : null,
  };
}

/** Returns how many pieces of a recording are written down; null while nobody works on it. */
export function transcriptionOf({
  status,
  piecesDone,
  piecesTotal,
}: Pick<Document, "status" | "piecesDone" | "piecesTotal">): DocumentSummary["transcription"] {
  if (status !== "processing" || piecesTotal === null) return null;
  return { done: piecesDone ?? 0, total: piecesTotal };
}
