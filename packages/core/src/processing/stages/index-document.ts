import { passagesOf } from "@besunny/document-model/passages";
import { meetingOf } from "@besunny/document-model/transcripts/meeting-turns";
import { readModel } from "../../content/contract/parsed-document-file";
import { conflict } from "../../errors";
import { flow } from "../../operation/flow";
import { locatePassages } from "../../search/contract/locate-passages";
import { indexPassages } from "../../search/index-passages";
import { recordPassages } from "../../search/record-passages";
import { nothing } from "../../shapes";
import { processingRun } from "../contract";
import { findForProcessing } from "./find-for-processing";
import { markReady } from "./mark-ready";

/** Writes the passages to PostgreSQL and then to the index, and marks the document as ready. */
export const indexDocument = flow("processing.index-document", {
  title: "Index a document",
  permission: "document.process",
  input: processingRun,
  output: nothing,
  doors: [],
  uses: ["files"],
  audit: { notAudited: "Runs and their steps record it." },

  async handle({ caller, files, signal }, { documentId, runId }) {
    const { modelKey } = await findForProcessing(caller, { documentId });
    if (!modelKey) conflict(`Document ${documentId} was not read yet`);
    const model = await readModel(files, modelKey);
    await recordPassages(caller, {
      documentId,
      passages: locatePassages(model, passagesOf(model)),
    });
    await indexPassages(caller, { documentId }, signal);
    const isTranscript = meetingOf(model) !== null;
    await markReady(caller, { documentId, runId, isTranscript });
  },
});
