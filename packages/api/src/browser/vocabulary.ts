export { logForms } from "@besunny/core/audit/contract/forms/log-forms";
export {
  type AuditOutcome,
  auditActorKinds,
  auditOutcomes,
} from "@besunny/core/audit/contract/outcomes";
export { watchTells } from "@besunny/core/audit/contract/watch-tells";
export {
  type BatchItemState,
  type BatchState,
  batchItemStates,
  batchStates,
} from "@besunny/core/batches/contract/batch-states";
export { connectionReasons } from "@besunny/core/connections/contract/connection-words";
export {
  type RatingReason,
  ratingReasons,
} from "@besunny/core/conversations/contract/rating-reasons";
export {
  allSpendingGroups,
  budgetPeriods,
  budgetSubjects,
  callStates,
  spendingGroups,
} from "@besunny/core/costs/contract/money-words";
export type { DocumentSort } from "@besunny/core/documents/contract/document";
export {
  type DocumentStage,
  type DocumentStatus,
  documentSorts,
  documentStages,
  documentStatuses,
} from "@besunny/core/documents/contract/document-words";
export { type FailureHelp, failureHelpOf } from "@besunny/core/documents/contract/failure-help";
export { labelPlaces } from "@besunny/core/documents/contract/label-place-words";
export { worthShowing } from "@besunny/core/documents/contract/least-sure";
export { type EntityKind, entityKinds } from "@besunny/core/entities/contract/entity-kinds";
export {
  type CustomFieldKind,
  customFieldKinds,
} from "@besunny/core/fields/contract/custom-field-kinds";
export type { Bar } from "@besunny/core/identity/contract/bars";
export type { ActionState } from "@besunny/core/meetings/contract/action";
export {
  type MeetingOutcomeKind,
  meetingOutcomes,
  type SummaryLength,
  summaryLengths,
} from "@besunny/core/meetings/contract/meeting-words";
export { grains } from "@besunny/core/metrics/contract/metric-words";
export { rungs } from "@besunny/core/models/contract/rung-words";
export { noticeChannels, noticeTopics } from "@besunny/core/notifications/contract/notice-words";
export { type Door, doors } from "@besunny/core/operation/door";
export { runStates } from "@besunny/core/platform/runs/contract/run-states";
export { searchRowFilters } from "@besunny/core/platform/search/contract";
export { requestKinds } from "@besunny/core/privacy/contract/request-words";
export { retentionStarts, retentionUnits } from "@besunny/core/privacy/contract/retention-words";
export type { CleaningKind } from "@besunny/core/quality/contract/cleaning-words";
export { suggestedCleaning } from "@besunny/core/quality/contract/cleaning-words";
export { driftStates } from "@besunny/core/quality/contract/drift-words";
export type { IssueKind } from "@besunny/core/quality/contract/issue-words";
export { issueKinds, issueStates } from "@besunny/core/quality/contract/issue-words";
export { redactionActions, redactionKinds } from "@besunny/core/redaction/contract/kind-words";
export { regions } from "@besunny/core/redaction/contract/region-words";
export {
  mostTiles,
  type ReportFormat,
  type ReportRange,
  reportFormats,
  reportRanges,
} from "@besunny/core/reports/contract/report-words";
export { leftOutReasons, lookIntervals } from "@besunny/core/sources/contract/source-report-words";
export {
  itemStates,
  type Provider,
  providerOf,
  providers,
  retriedSkips,
  type SourceKind,
  type SourceState,
  type SourceVisibility,
  skipReasons,
  sourceKinds,
  sourceStates,
  sourceVisibilities,
} from "@besunny/core/sources/contract/source-words";
export { policyMethods } from "@besunny/core/sso/contract/policy-methods";
export { meters } from "@besunny/core/usage/contract/meters";
export { standings } from "@besunny/core/usage/contract/standings";
export {
  type LibraryColumn,
  libraryColumns,
  libraryDensities,
  libraryLooks,
  usualLayout,
} from "@besunny/core/views/contract/library-words";
export { messageStates } from "@besunny/core/webhooks/contract/webhook-words";
