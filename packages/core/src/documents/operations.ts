import { checkUpload } from "./check-upload";
import { confirmType } from "./confirm-type";
import { correctType } from "./correct-type";
import { countDocuments } from "./count-documents";
import { deleteDocuments } from "./delete-documents";
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
import { listChangedSince } from "./list-changed-since";
import { listDocuments } from "./list-documents";
import { receiveUpload } from "./receive-upload";
import { renameDocument } from "./rename-document";
import { restoreDocuments } from "./restore-documents";
import { acceptTypes } from "./review/accept-types";
import { countToReview } from "./review/count-to-review";
import { listToReview } from "./review/list-to-review";
import { withdrawTypes } from "./review/withdraw-types";
import { trashDocuments } from "./trash-documents";
import { uploadDocument } from "./upload-document";
import { watchDocuments } from "./watch-documents";
import { withdrawType } from "./withdraw-type";

/** Every operation of the slice. */
export const documentsOperations = [
  acceptTypes,
  checkUpload,
  confirmType,
  correctType,
  countAmong,
  countDocuments,
  countToReview,
  deleteDocuments,
  fileDocuments,
  findLatestSeq,
  findSummaries,
  findSummary,
  getDocument,
  getTrashDays,
  listChangedSince,
  listDocuments,
  listDue,
  listMatchingIds,
  listToReview,
  markOpened,
  receiveUpload,
  renameDocument,
  restoreDocuments,
  trashDocuments,
  uploadDocument,
  watchDocuments,
  withdrawType,
  withdrawTypes,
] as const;
