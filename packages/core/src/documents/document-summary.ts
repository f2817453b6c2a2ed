import type { Document } from "@besunny/db/documents";

import { stageOf, statusOf } from "./document";

/** What lists and tiles show of a document; never its text, its keys or who else may see it. */
export function summaryOf(document: Document) {
  const { errorCode, errorMessage, errorRemedy } = document;
  return {
    id: document.id,
    title: document.title,
    fileName: document.fileName,
    mediaType: document.mediaType,
    format: document.format,
    size: document.size,
    source: document.source,
    version: document.version,
    status: statusOf(document.status),
    stage: stageOf(document.stage),
    type: document.type,
    typeConfidence: document.typeConfidence,
    isTypeCorrected: document.isTypeCorrected,
    language: document.language,
    pageCount: document.pageCount,
    parentId: document.parentId,
    projects: document.projects,
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

export type DocumentSummary = ReturnType<typeof summaryOf>;
