import { cleanDocument } from "@besunny/document-model/cleaning/clean-document";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { z } from "zod";
import { maskedModel } from "../../content/contract/mask-words";
import { modelKeyOf, writeModel } from "../../content/contract/parsed-document-file";
import { pictureKeyOf } from "../../content/contract/picture-key";
import { readableKeyOf, unwrappedKeyOf } from "../../content/contract/readable-key";
import { receiveUpload } from "../../documents/receive-upload";
import type { FlowTools } from "../../operation/flow";
import type { processingRun } from "../contract";
import { isRecording, readRecording } from "../recordings/read-recording";
import { admitAttachments } from "./admit-attachments";
import { findCleanings } from "./find-cleanings";
import { findFamily } from "./find-family";
import { findForProcessing } from "./find-for-processing";
import { findMaskings } from "./find-maskings";

/**
 * Reads a document in the sandboxed reader, cleans the reading as people decided, stores the parsed document and its pictures, and uploads its attachments. Calls `record` before
 * it uploads them. A signed file also gets a copy without its signature, for browsers.
 */
export async function readFile(
  tools: FlowTools<"files" | "reader" | "transcriber">,
  { documentId, runId }: z.output<typeof processingRun>,
  record: (model: ParsedDocument, modelKey: string) => Promise<void>,
): Promise<{ modelKey: string }> {
  const { caller, files, reader, workspaceId, signal } = tools;
  const document = await findForProcessing(caller, { documentId });
  const { storageKey, fileName } = document;

  const key = await readableKeyOf(files, workspaceId, { id: documentId, storageKey });
  return files.withCopy(key, async (path, outputDirectory) => {
    const file = { path, fileName, outputDirectory };
    const { unwrapped, ...read } = await reader
      .read({ ...file, ...(signal && { signal }) })
      .catch((error: unknown) => {
        if (!isRecording(error)) throw error;
        return readRecording(tools, { document, file }, error);
      });
    const cleaned = cleanDocument(read, await findCleanings(caller, { documentId }));
    const model = maskedModel(cleaned, await findMaskings(caller, { documentId }));
    for (const { id, path: picture } of model.pictures ?? [])
      await files.writeFrom(pictureKeyOf(workspaceId, documentId, id), picture);
    if (unwrapped) await files.writeFrom(unwrappedKeyOf(workspaceId, documentId), unwrapped);
    const family = await findFamily(caller, { documentId });
    const { admitted, warnings } = admitAttachments(model, family);
    model.warnings.push(...warnings);
    const modelKey = modelKeyOf(workspaceId, documentId, runId);
    await writeModel(files, modelKey, model);
    await record(model, modelKey);
    for (const { path: attached, fileName: name, mediaType } of admitted)
      await receiveUpload(caller, {
        path: attached,
        fileName: name,
        mediaType,
        source: "attachment",
        parentId: documentId,
      });
    return { modelKey };
  });
}
