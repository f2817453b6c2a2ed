import { z } from "zod";

import { mustBeAllowed } from "../../access/rights";
import { conflict, notFound } from "../../errors";
import { documentUploaded } from "../../events";
import { documentId } from "../../ids";
import { command } from "../../operation/command";
import { DocumentSummary, summaryOf } from "../contract/document-summary";

/** Makes bytes that are in storage the present version of a document, and processes it again. */
export const recordVersion = command("documents.record-version", {
  title: "Register a new version of a document",
  permission: "document.upload",
  input: z.object({
    id: documentId,
    fileName: z.string().trim().min(1).max(255),
    mediaType: z.string().max(255).default("application/octet-stream"),
    size: z.number().int().min(0),
    contentHash: z.string().regex(/^[0-9a-f]{64}$/),
    storageKey: z.string().startsWith("uploads/"),
  }),
  output: DocumentSummary,
  doors: [],

  async handle({ documents, runs, actor, clock, workspaceId, emit, changed }, { id, ...file }) {
    await documents.lock([id]);
    const document = (await documents.find(id)) ?? notFound("Document", id);
    mustBeAllowed(actor, "document.upload", [document]);
    if (document.trashedAt) conflict("The document is in the trash", "Restore it first.");
    if (document.status === "pending" || document.status === "processing")
      conflict("The document is being processed", "Wait until it is ready.");
    if (document.contentHash === file.contentHash)
      conflict("This file is the present version already");
    const number = document.version + 1;
    const createdById = actor.kind === "user" ? actor.id : null;
    await documents.addVersion(id, { number, createdById, ...file });
    await runs.endOpenOf([id], "cancelled", clock());
    const updated = await documents.update(id, {
      status: "pending",
      stage: "uploaded",
      errorCode: null,
      errorMessage: null,
      errorRemedy: null,
      readyAt: null,
    });
    const runId = await runs.create(id, "process");
    emit(documentUploaded.of({ workspaceId, documentId: id, runId, batchId: null }));
    changed({
      subject: id,
      before: { version: document.version, fileName: document.fileName },
      after: { version: number, fileName: file.fileName },
    });
    return summaryOf(updated);
  },
});
