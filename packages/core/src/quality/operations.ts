import { applyCleanings } from "./cleaning/apply-cleanings";
import { endCleanings } from "./cleaning/end-cleanings";
import { findSuggested } from "./cleaning/find-suggested";
import { listCleanings } from "./cleaning/list-cleanings";
import { previewCleaning } from "./cleaning/preview-cleaning";
import { recordCleanings } from "./cleaning/record-cleanings";
import { undoCleanings } from "./cleaning/undo-cleanings";
import { computeDrift } from "./drift/compute-drift";
import { findDriftDocuments } from "./drift/find-drift-documents";
import { findDueWindows } from "./drift/find-due-windows";
import { recordDrift } from "./drift/record-drift";
import { findToMeasure } from "./features/find-to-measure";
import { measureDocuments } from "./features/measure-documents";
import { recordMeasured } from "./features/record-measured";
import { countIssues } from "./issues/count-issues";
import { decideIssues } from "./issues/decide-issues";
import { listIssues } from "./issues/list-issues";
import { lookForBoilerplate } from "./issues/look-for-boilerplate";
import { lookOverDocuments } from "./issues/look-over-documents";
import { findLabelled } from "./labels/find-labelled";
import { lookAtLabels } from "./labels/look-at-labels";
import { recordLabelIssues } from "./labels/record-label-issues";

/** Every operation of the slice. */
export const qualityOperations = [
  applyCleanings,
  computeDrift,
  countIssues,
  decideIssues,
  endCleanings,
  findDriftDocuments,
  findDueWindows,
  findLabelled,
  findSuggested,
  findToMeasure,
  listCleanings,
  listIssues,
  lookAtLabels,
  lookForBoilerplate,
  lookOverDocuments,
  measureDocuments,
  previewCleaning,
  recordCleanings,
  recordDrift,
  recordLabelIssues,
  recordMeasured,
  undoCleanings,
] as const;
