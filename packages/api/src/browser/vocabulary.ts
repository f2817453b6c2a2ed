import { RunFilter } from "@besunny/core/platform/runs/contract";

export { type AuditOutcome, auditOutcomes } from "@besunny/core/audit/contract";
export {
  type BatchItemState,
  type BatchState,
  batchItemStates,
  batchStates,
} from "@besunny/core/batches/contract";
export {
  type DocumentStage,
  type DocumentStatus,
  documentSorts,
  documentStages,
  documentStatuses,
} from "@besunny/core/documents/contract/document";

/** The states of a background run, in the order in which filters show them. */
export const runStates = RunFilter.shape.states.unwrap().element.options;
