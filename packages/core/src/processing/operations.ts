import { beginStage } from "./begin-stage";
import { cancelDocuments } from "./cancel-documents";
import { endStage } from "./end-stage";
import { failDocument } from "./fail-document";
import { findFamily } from "./find-family";
import { findForProcessing } from "./find-for-processing";
import { findLocked } from "./find-locked";
import { getStatus } from "./get-status";
import { getTimeline } from "./get-timeline";
import { indexDocument } from "./index-document";
import { isRunOpen } from "./is-run-open";
import { markReady } from "./mark-ready";
import { processStage } from "./process-stage";
import { readDocument } from "./read-document";
import { readTimeline } from "./read-timeline";
import { recordReading } from "./record-reading";
import { recordUnderstanding } from "./record-understanding";
import { reindexDocument } from "./reindex-document";
import { removeLeftovers } from "./remove-leftovers";
import { reopenRun } from "./reopen-run";
import { replaceKnowledge } from "./replace-knowledge";
import { rereadDocument } from "./reread-document";
import { retryDocuments } from "./retry-documents";
import { reunderstandDocument } from "./reunderstand-document";
import { startRun } from "./start-run";
import { understandDocument } from "./understand-document";
import { unlockDocument } from "./unlock-document";

/** Every operation of the slice. */
export const processingOperations = [
  beginStage,
  cancelDocuments,
  endStage,
  failDocument,
  findFamily,
  findForProcessing,
  findLocked,
  getStatus,
  getTimeline,
  indexDocument,
  isRunOpen,
  markReady,
  processStage,
  readDocument,
  readTimeline,
  recordReading,
  recordUnderstanding,
  reindexDocument,
  removeLeftovers,
  reopenRun,
  replaceKnowledge,
  rereadDocument,
  retryDocuments,
  reunderstandDocument,
  startRun,
  understandDocument,
  unlockDocument,
] as const;
