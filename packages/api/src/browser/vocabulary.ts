import { PlatformAuditEntry } from "@besunny/core/audit/contract";
import { Entity } from "@besunny/core/entities/contract/entity";
import { RunFilter } from "@besunny/core/platform/runs/contract";

export {
  type BatchItemState,
  type BatchState,
  batchItemStates,
  batchStates,
} from "@besunny/core/batches/contract";
export {
  type RatingReason,
  ratingReasons,
} from "@besunny/core/conversations/contract/rating-reasons";
export {
  type DocumentSort,
  type DocumentStage,
  type DocumentStatus,
  documentSort,
  documentSorts,
  documentStages,
  documentStatuses,
} from "@besunny/core/documents/contract/document";
export { type FailureHelp, failureHelpOf } from "@besunny/core/documents/contract/failure-help";
export { labelPlaces } from "@besunny/core/documents/contract/label-places";
export { worthShowing } from "@besunny/core/documents/contract/least-sure";
export {
  type CustomFieldKind,
  customFieldKinds,
} from "@besunny/core/fields/contract/custom-field";

/** The states of a background run, in the order in which filters show them. */
export const runStates = RunFilter.shape.states.unwrap().element.options;

/** The kinds of entities that have a page, in the order in which filters show them. */
export const entityKinds = Entity.shape.kind.options;
export type EntityKind = (typeof entityKinds)[number];

/** The outcomes of a call, in the order in which filters show them. */
export const auditOutcomes = PlatformAuditEntry.shape.outcome.options;
export type AuditOutcome = (typeof auditOutcomes)[number];

export { noticeChannels, noticeTopics } from "@besunny/core/notifications/contract/notice-kinds";
export { type Door, doors } from "@besunny/core/operation/door";
export { searchRowFilters } from "@besunny/core/platform/search/contract";
export {
  type LibraryColumn,
  libraryColumns,
  libraryDensities,
  libraryLooks,
  usualLayout,
} from "@besunny/core/views/contract/library-layout";
