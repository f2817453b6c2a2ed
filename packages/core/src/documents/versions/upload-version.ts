import { randomUUID } from "node:crypto";

import { safeName } from "@besunny/document-model/safe-name";
import { z } from "zod";

import { findOriginal } from "../../content/find-original";
import { documentId } from "../../ids";
import { flow } from "../../operation/flow";
import { asStorageFull } from "../../storage-full";
import { DocumentSummary } from "../contract/document-summary";
import { weigh } from "../receive-upload";
import { recordVersion } from "./record-version";
import { keepText, removeCopies } from "./version-text";

/**
 * Takes a file from local disk as the new version of a document. Title, projects, access, and what people said of its type and facts stay.
 * Earlier versions stay too, and can be restored.
 */
export const uploadVersion = flow("documents.upload-version", {
  title: "Upload a new version of a document",
  permission: "document.upload",
  input: z.object({
    id: documentId,
    path: z.string(),
    fileName: z.string().trim().min(1).max(1000),
    mediaType: z.string().max(255).optional(),
  }),
  output: DocumentSummary,
  doors: ["web", "rest"],
  uses: ["files"],
  audit: { notAudited: "Registering the version records it." },

  async handle({ caller, files, workspaceId }, { id, path, fileName, mediaType }) {
    const document = await findOriginal(caller, { id });
    const { size, contentHash } = await weigh(path);
    const storageKey = `uploads/${workspaceId}/${randomUUID()}`;
    try {
      await files.writeFrom(storageKey, path);
      await keepText(files, { ...document, workspaceId });
      const recorded = await recordVersion(caller, {
        id,
        fileName: safeName(fileName) || "Untitled",
        ...(mediaType && { mediaType }),
        size,
        contentHash,
        storageKey,
      });
      await removeCopies(files, workspaceId, id);
      return recorded;
    } catch (error) {
      await files.remove(storageKey);
      throw asStorageFull(error) ?? error;
    }
  },
});
