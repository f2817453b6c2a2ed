import type { BatchRow } from "@besunny/db/workspace/batches";
import { z } from "zod";
import { cursorInput } from "../cursor-input";
import { notFound } from "../errors";
import { query } from "../operation/query";
import { pageOf } from "../shapes";
import { BatchDocument, itemStateOf, ofBatch, storedStates } from "./contract";
import { batchItemStates } from "./contract/batch-states";

/**
 * Lists the documents of a batch in the order in which they came. `reason` is the message of one of the reasons that `getBatch` returns.
 */
export const listBatchDocuments = query("batches.list-batch-documents", {
  title: "List the documents of a batch",
  permission: "batch.read",
  input: ofBatch.extend({
    state: z.union([z.enum(batchItemStates), z.array(z.enum(batchItemStates))]).optional(),
    reason: z.string().max(1000).optional(),
    cursor: cursorInput,
    limit: z.number().int().min(1).max(200).default(50),
  }),
  output: pageOf(BatchDocument),
  doors: ["web", "rest"],

  async handle({ batches }, { id, state, reason, cursor, limit }) {
    if (!(await batches.find(id))) notFound("Batch", id);
    const states = state === undefined ? undefined : storedStates([state].flat());
    const page = await batches.listRows(
      id,
      { states, reason },
      { limit, cursor: cursor ?? undefined },
    );
    return { ...page, items: page.items.map(batchDocumentOf) };
  },
});

function batchDocumentOf(row: BatchRow): BatchDocument {
  const {
    itemId: id,
    state,
    errorCode,
    errorMessage,
    errorRemedy,
    stageState,
    runId,
    ...same
  } = row;
  return {
    ...same,
    id,
    state: itemStateOf(state),
    stage: stageState === "running" || stageState === "failed" ? same.stage : null,
    error: errorCode
      ? { code: errorCode, message: errorMessage ?? "", remedy: errorRemedy ?? "" }
      : null,
  };
}
