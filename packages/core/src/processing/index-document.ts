import { passagesOf } from "@besunny/reading/passages";
import { readModel } from "../content/model-file";
import { conflict } from "../errors";
import { flow } from "../operation/operation";
import { indexPassages } from "../search/index-passages";
import { locatePassages } from "../search/locate-passages";
import { recordPassages } from "../search/record-passages";
import { findForProcessing } from "./find-for-processing";
import { markReady } from "./mark-ready";
import { processingRun } from "./run-document";

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
