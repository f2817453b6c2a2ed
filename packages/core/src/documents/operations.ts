import { explainAccess } from "./access/explain-access";
import { checkUpload } from "./check-upload";
import { confirmType } from "./confirm-type";
import { correctType } from "./correct-type";
import { countDocuments } from "./count-documents";
import { deleteDocuments } from "./delete-documents";
import { correctFact } from "./facts/correct-fact";
import { recordFact } from "./facts/record-fact";
import { withdrawFact } from "./facts/withdraw-fact";
import { setField } from "./fields/set-field";
import { fileDocuments } from "./file-documents";
import { findLatestSeq } from "./find-latest-seq";
import { findSummaries } from "./find-summaries";
import { findSummary } from "./find-summary";
import { countAmong } from "./finding/count-among";
import { listDue } from "./finding/list-due";
import { listMatchingIds } from "./finding/list-matching-ids";
import { markOpened } from "./finding/mark-opened";
import { getDocument } from "./get-document";
import { getTrashDays } from "./get-trash-days";
import { importLabels } from "./labels/import-labels";
import { previewLabels } from "./labels/preview-labels";
import { listChangedSince } from "./list-changed-since";
import { listDocuments } from "./list-documents";
import { listThread } from "./mail/list-thread";
import { correctTypes } from "./many/correct-types";
import { downloadDocuments } from "./many/download-documents";
import { exportList } from "./many/export-list";
import { findOriginals } from "./many/find-originals";
import { recordDownload } from "./many/record-download";
import { recordExport } from "./many/record-export";
import { receiveUpload } from "./receive-upload";
import { renameDocument } from "./rename-document";
import { restoreDocuments } from "./restore-documents";
import { acceptTypes } from "./review/accept-types";
import { countToReview } from "./review/count-to-review";
import { listToReview } from "./review/list-to-review";
import { withdrawTypes } from "./review/withdraw-types";
import { trashDocuments } from "./trash-documents";
import { uploadDocument } from "./upload-document";
import { compareVersions } from "./versions/compare-versions";
import { findTakenFile } from "./versions/find-taken-file";
import { findVersion } from "./versions/find-version";
import { recordVersion } from "./versions/record-version";
import { restoreVersion } from "./versions/restore-version";
import { uploadVersion } from "./versions/upload-version";
import { watchDocuments } from "./watch-documents";
import { withdrawType } from "./withdraw-type";

/** Every operation of the slice. */
export const documentsOperations = [
  acceptTypes,
  checkUpload,
  compareVersions,
  confirmType,
  correctFact,
  correctType,
  correctTypes,
  countAmong,
  countDocuments,
  countToReview,
  deleteDocuments,
  downloadDocuments,
  explainAccess,
  exportList,
  fileDocuments,
  findLatestSeq,
  findOriginals,
  findSummaries,
  findTakenFile,
  findSummary,
  findVersion,
  getDocument,
  getTrashDays,
  listChangedSince,
  listDocuments,
  listDue,
  listMatchingIds,
  importLabels,
  previewLabels,
  listThread,
  listToReview,
  markOpened,
  receiveUpload,
  recordDownload,
  recordExport,
  recordFact,
  recordVersion,
  renameDocument,
  restoreDocuments,
  restoreVersion,
  setField,
  trashDocuments,
  uploadDocument,
  uploadVersion,
  watchDocuments,
  withdrawFact,
  withdrawType,
  withdrawTypes,
] as const;
