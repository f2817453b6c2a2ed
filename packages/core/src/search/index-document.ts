import { passagesOf } from "@besunny/document-model/passages";

import { findForProcessing } from "../documents/find-for-processing";
import { markReady } from "../documents/mark-ready";
import { readModel } from "../documents/model-file";
import { processingRun } from "../documents/run-document";
import { conflict } from "../errors";
import { flow } from "../operation";
import { indexPassages } from "./index-passages";
import { locatePassages } from "./locate-passages";
import { recordPassages } from "./record-passages";

/** Passages to Postgres, then to the index, then "ready". */
export const indexDocument = flow({
  action: "document.process",
  input: processingRun,

  async run({ ctx, files, signal }, { documentId, runId }) {
    const { modelKey } = await findForProcessing(ctx, { documentId });
    if (!modelKey) conflict(`Document ${documentId} was not read yet`);
    const model = await readModel(files, modelKey);
    await recordPassages(ctx, { documentId, passages: locatePassages(model, passagesOf(model)) });
    await indexPassages(ctx, { documentId }, signal);
    await markReady(ctx, { documentId, runId });
  },
});
