import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";

import { safeName } from "@besunny/reading/safe-name";
import { z } from "zod";

import { batchId } from "../batches/batch";
import { flow } from "../operation";
import { documentId, projectId } from "./document";
import { asStorageFull } from "./storage-full";
import { uploadDocument } from "./upload-document";

/**
 * Takes a file that lies on local disk into storage and registers it. What was a duplicate, or could not be kept, leaves nothing behind.
 * Throws `STORAGE_FULL` where there is no room for it.
 */
export const receiveUpload = flow({
  action: "document.upload",
  input: z.object({
    path: z.string(),
    fileName: z.string().trim().min(1).max(1000),
    title: z.string().trim().min(1).max(200).optional(),
    mediaType: z.string().max(255).optional(),
    source: z.enum(["upload", "api", "attachment", "sample"]).default("upload"),
    projectIds: z.array(projectId).max(20).optional(),
    parentId: documentId.optional(),
    batchId: batchId.optional(),
  }),

  async run({ ctx, files, workspaceId }, { path, fileName, ...given }) {
    const { size } = await stat(path);
    const contentHash = await hashOf(path);
    const storageKey = `uploads/${workspaceId}/${randomUUID()}`;

    try {
      await files.writeFrom(storageKey, path);
      const received = await uploadDocument(ctx, {
        ...given,
        fileName: safeName(fileName) || "Untitled",
        size,
        contentHash,
        storageKey,
      });
      if (received.duplicateOf) await files.remove(storageKey);
      return received;
    } catch (error) {
      await files.remove(storageKey);
      throw asStorageFull(error) ?? error;
    }
  },
});

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
