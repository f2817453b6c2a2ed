import { cancelDocuments } from "./cancel-documents";
import { findLeftoverRows } from "./find-leftover-rows";
import { findLocked } from "./find-locked";
import { findToFollow } from "./find-to-follow";
import { followType } from "./follow-type";
import { findMarkedRows } from "./isolation/find-marked-rows";
import { plantCanary } from "./isolation/plant-canary";
import { recordCanary } from "./isolation/record-canary";
import { noteFound } from "./note-found";
import { preparePages } from "./prepare-pages";
import { previewDocument } from "./preview-document";
import { recordDeletion } from "./record-deletion";
import { recordFollowedType } from "./record-followed-type";
import { recordPieces } from "./recordings/record-pieces";
import { transcribePiece } from "./recordings/transcribe-piece";
import { reindexDocument } from "./reindex-document";
import { removeLeftovers } from "./remove-leftovers";
import { rereadDocument } from "./reread-document";
import { retryDocuments } from "./retry-documents";
import { reunderstandDocument } from "./reunderstand-document";
import { getStatus } from "./runs/get-status";
import { getTimeline } from "./runs/get-timeline";
import { isRunOpen } from "./runs/is-run-open";
import { readTimeline } from "./runs/read-timeline";
import { reopenRun } from "./runs/reopen-run";
import { startRun } from "./runs/start-run";
import { beginStage } from "./stages/begin-stage";
import { endStage } from "./stages/end-stage";
import { failDocument } from "./stages/fail-document";
import { findCleanings } from "./stages/find-cleanings";
import { findFamily } from "./stages/find-family";
import { findForProcessing } from "./stages/find-for-processing";
import { findMaskings } from "./stages/find-maskings";
import { findTaxonomy } from "./stages/find-taxonomy";
import { indexDocument } from "./stages/index-document";
import { markReady } from "./stages/mark-ready";
import { processStage } from "./stages/process-stage";
import { readDocument } from "./stages/read-document";
import { recordFeatures } from "./stages/record-features";
import { recordReading } from "./stages/record-reading";
import { recordUnderstanding } from "./stages/record-understanding";
import { replaceKnowledge } from "./stages/replace-knowledge";
import { understandDocument } from "./stages/understand-document";
import { unlockDocument } from "./unlock-document";
import { verifyDeletion } from "./verify-deletion";

/** Every operation of the slice. */
export const processingOperations = [
  findMarkedRows,
  plantCanary,
  recordCanary,
  beginStage,
  cancelDocuments,
  endStage,
  failDocument,
  findCleanings,
  findFamily,
  findForProcessing,
  findMaskings,
  findLocked,
  findTaxonomy,
  findToFollow,
  followType,
  getStatus,
  getTimeline,
  indexDocument,
  isRunOpen,
  markReady,
  noteFound,
  preparePages,
  previewDocument,
  processStage,
  readDocument,
  readTimeline,
  recordFeatures,
  recordFollowedType,
  recordPieces,
  recordReading,
  recordUnderstanding,
  reindexDocument,
  findLeftoverRows,
  recordDeletion,
  removeLeftovers,
  verifyDeletion,
  reopenRun,
  replaceKnowledge,
  rereadDocument,
  retryDocuments,
  reunderstandDocument,
  startRun,
  transcribePiece,
  understandDocument,
  unlockDocument,
] as const;
