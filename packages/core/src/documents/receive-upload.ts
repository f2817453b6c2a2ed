import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";

import { safeName } from "@besunny/document-model/safe-name";
import { z } from "zod";
import { batchId, documentId, fileKey, projectId } from "../ids";
import type { Caller } from "../operation/caller";
import { flow } from "../operation/flow";
import { asStorageFull } from "../storage-full";
import type { DocumentSummary } from "./contract/document-summary";
import { Received } from "./contract/received";
import { documentSources } from "./contract/taking/document-sources";
import { fileDocuments } from "./file-documents";
import { findSummary } from "./find-summary";
import { folderOf } from "./receiving/folder-of";
import { uploadDocument } from "./upload-document";

/**
 * Takes a file from local disk into storage and registers it. Deletes the stored bytes of a duplicate or of a failed upload. Adds the
 * existing document of a duplicate to the wished projects; `filedTo` names the projects that it was not in before. Throws `STORAGE_FULL` if
 * there is no room.
 */
export const receiveUpload = flow("documents.receive-upload", {
  title: "Upload a document",
  permission: "document.upload",
  input: z.object({
    path: z.string(),
    fileName: z.string().trim().min(1).max(1000),
    title: z.string().trim().min(1).max(200).optional(),
    mediaType: z.string().max(255).optional(),
    source: z.enum(documentSources).default("upload"),
    projectIds: z.array(projectId).max(20).optional(),
    parentId: documentId.optional(),
    batchId: batchId.optional(),
    /** The file with its folders, as it was picked. */
    relativePath: z.string().max(4000).optional(),
    fileKey: fileKey.optional(),
  }),
  output: Received,
  doors: ["web", "rest"],
  uses: ["files"],
  audit: { notAudited: "Registering the document records it." },

  async handle({ caller, files, workspaceId }, { path, fileName, relativePath, ...given }) {
    const { size, contentHash } = await weigh(path);
    const storageKey = `uploads/${workspaceId}/${randomUUID()}`;

    try {
      await files.writeFrom(storageKey, path);
      const { isNew, ...received } = await uploadDocument(caller, {
        ...given,
        folder: folderOf(relativePath),
        fileName: safeName(fileName) || "Untitled",
        size,
        contentHash,
        storageKey,
      });
      if (isNew) return { ...received, filedTo: [] };
      await files.remove(storageKey);
      if (!received.duplicateOf) return { ...received, filedTo: [] };
      return { ...received, ...(await fileToo(caller, received.document, given.projectIds)) };
    } catch (error) {
      await files.remove(storageKey);
      throw asStorageFull(error) ?? error;
    }
  },
});

async function fileToo(
  caller: Caller,
  document: DocumentSummary,
  projectIds: readonly string[] = [],
) {
  const filedTo = [...new Set(projectIds)].filter(
    (id) => !document.projects.some((project) => project.id === id),
  );
  if (filedTo.length === 0) return { document, filedTo };
  for (const id of filedTo) await fileDocuments(caller, { projectId: id, add: [document.id] });
  return { document: await findSummary(caller, { id: document.id }), filedTo };
}

/** Returns the size of a file on local disk and its SHA-256 in hexadecimal. */
export async function weigh(path: string): Promise<{ size: number; contentHash: string }> {
  const { size } = await stat(path);
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return { size, contentHash: hash.digest("hex") };
}
