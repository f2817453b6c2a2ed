import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { z } from "zod";

import { type FlowTools, flow } from "../operation";
import { admitAttachments, findFamily } from "./admit-attachments";
import { findForProcessing } from "./find-for-processing";
import { modelKeyOf, writeModel } from "./model-file";
import { readableKeyOf } from "./readable-key";
import { receiveUpload } from "./receive-upload";
import { readingOf, recordReading } from "./record-reading";
import { processingRun } from "./run-document";

/** Text, structure and places of a document. Hands on a key, never the text; attachments become documents of their own. */
export const readDocument = flow({
  action: "document.process",
  input: processingRun,
  run: (tools, run) =>
    read(tools, run, (model, modelKey) =>
      recordReading(tools.ctx, { ...run, ...readingOf(model, modelKey) }),
    ),
});

/** The same for a backfill: what was read before stays until all of it has ended well. */
export const rereadDocument = flow({
  action: "document.process",
  input: processingRun,
  run: (tools, run) => read(tools, run, async () => undefined),
});

async function read(
  { ctx, files, reader, workspaceId, signal }: FlowTools,
  { documentId, runId }: z.output<typeof processingRun>,
  record: (model: ParsedDocument, modelKey: string) => Promise<void>,
): Promise<{ modelKey: string }> {
  const { storageKey, fileName } = await findForProcessing(ctx, { documentId });

  const key = await readableKeyOf(files, workspaceId, { id: documentId, storageKey });
  return files.withCopy(key, async (path, outputDirectory) => {
    const model = await reader.read({ path, fileName, outputDirectory, ...(signal && { signal }) });
    const family = await findFamily(ctx, { documentId });
    const { admitted, warnings } = admitAttachments(model, family);
    model.warnings.push(...warnings);
    const modelKey = modelKeyOf(workspaceId, documentId, runId);
    await writeModel(files, modelKey, model);
    await record(model, modelKey);
    for (const { path: attached, fileName: name, mediaType } of admitted)
      await receiveUpload(ctx, {
        path: attached,
        fileName: name,
        mediaType,
        source: "attachment",
        parentId: documentId,
      });
    return { modelKey };
  });
}
