import { passagesOf } from "@besunny/document-model/passages";

import { findForProcessing } from "../documents/find-for-processing";
import { markReady } from "../documents/mark-ready";
import { draftKeyOf, modelKeyOf, readJson, readModel } from "../documents/model-file";
import { readingOf } from "../documents/record-reading";
import { replaceKnowledge } from "../documents/replace-knowledge";
import { processingRun } from "../documents/run-document";
import { flow } from "../operation";
import { embedPassages, placedIn } from "./index-passages";
import { locatePassages } from "./locate-passages";

/**
 * The end of a backfill: all that can fail for long is done first, then text, understanding and passages replace the old ones in one
 * transaction, and the index follows. Until then the document is found and cited as before.
 */
export const reindexDocument = flow({
  action: "document.process",
  input: processingRun,

  async run({ ctx, ai, files, index, workspaceId, signal }, { documentId, runId }) {
    const { title } = await findForProcessing(ctx, { documentId });
    const modelKey = modelKeyOf(workspaceId, documentId, runId);
    const model = await readModel(files, modelKey);
    const draft = await readJson(files, draftKeyOf(workspaceId, documentId, runId));
    const passages = locatePassages(model, passagesOf(model));
    const embedded = await embedPassages(ai, title, passages, signal);

    const understood = replaceKnowledge.input.shape.understood.parse(draft);
    const reading = readingOf(model, modelKey);
    const run = { documentId, runId };
    const { document } = await replaceKnowledge(ctx, { ...run, reading, understood, passages });
    if (!document) return;
    await index.replaceDocument(workspaceId, documentId, placedIn(document, embedded));
    await markReady(ctx, run);
  },
});
