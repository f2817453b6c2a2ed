import { flow } from "../operation";
import { findForProcessing } from "./find-for-processing";
import { modelKeyOf, writeModel } from "./model-file";
import { receiveUpload } from "./receive-upload";
import { recordReading } from "./record-reading";
import { processingRun } from "./run-document";

/** Text, structure and places of a document. Hands on a key, never the text; attachments become documents of their own. */
export const readDocument = flow({
  action: "document.process",
  input: processingRun,

  async run({ ctx, files, reader, workspaceId, signal }, { documentId, runId }) {
    const { storageKey, fileName } = await findForProcessing(ctx, { documentId });

    return files.withCopy(storageKey, async (path, outputDirectory) => {
      const model = await reader.read({
        path,
        fileName,
        outputDirectory,
        ...(signal && { signal }),
      });
      const modelKey = modelKeyOf(workspaceId, documentId, runId);
      await writeModel(files, modelKey, model);
      await recordReading(ctx, {
        documentId,
        runId,
        modelKey,
        format: model.format,
        mediaType: model.mediaType,
        pages: model.pages.map((page) => ({
          number: page.number,
          kind: page.kind,
          label: page.label ?? null,
          width: page.width,
          height: page.height,
          rotation: page.rotation,
          text: model.text.slice(...page.span),
          isRecognised: page.recognised,
          quality: page.quality.score,
          reasons: page.quality.reasons,
        })),
      });
      for (const { path: attached, fileName: name, mediaType } of model.attachments)
        await receiveUpload(ctx, {
          path: attached,
          fileName: name,
          mediaType,
          source: "attachment",
          parentId: documentId,
        });
      return { modelKey };
    });
  },
});
