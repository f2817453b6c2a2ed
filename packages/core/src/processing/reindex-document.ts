import { passagesOf } from "@besunny/document-model/passages";
import { meetingOf } from "@besunny/document-model/transcripts/meeting-turns";
import {
  draftKeyOf,
  modelKeyOf,
  readJson,
  readModel,
} from "../content/contract/parsed-document-file";
import { flow } from "../operation/flow";
import { locatePassages } from "../search/contract/locate-passages";
import { embedPassages, placedIn } from "../search/contract/place-passages";
import { nothing } from "../shapes";
import { processingRun } from "./contract";
import { findForProcessing } from "./stages/find-for-processing";
import { markReady } from "./stages/mark-ready";
import { readingOf } from "./stages/record-reading";
import { replaceKnowledge } from "./stages/replace-knowledge";

/**
 * Ends a backfill of one document. First computes everything that can fail, then replaces text, understanding and passages in one
 * transaction; the index follows. Until then, search and answers use the earlier result.
 */
export const reindexDocument = flow("processing.reindex-document", {
  title: "Index a document again for a backfill",
  permission: "document.process",
  input: processingRun,
  output: nothing,
  doors: [],
  uses: ["ai", "files", "index"],
  audit: { notAudited: "Runs and their steps record it." },

  async handle({ caller, ai, files, index, workspaceId, signal }, { documentId, runId }) {
    const found = await findForProcessing(caller, { documentId });
    const modelKey = modelKeyOf(workspaceId, documentId, runId);
    const model = await readModel(files, modelKey);
    const draft = await readJson(files, draftKeyOf(workspaceId, documentId, runId));
    const passages = locatePassages(model, passagesOf(model));
    const embedded = await embedPassages(ai, found, passages, signal);

    const understood = replaceKnowledge.input.shape.understood.parse(draft);
    const reading = readingOf(model, modelKey);
    const run = { documentId, runId };
    const { document } = await replaceKnowledge(caller, { ...run, reading, understood, passages });
    if (!document) return;
    await index.replaceDocument(workspaceId, documentId, placedIn(document, embedded));
    await markReady(caller, { ...run, isTranscript: meetingOf(model) !== null });
  },
});
