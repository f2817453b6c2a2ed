import { explainKeeping } from "./explain-keeping";
import { changeHold } from "./holds/change-hold";
import { createHold } from "./holds/create-hold";
import { extendHolds } from "./holds/extend-holds";
import { findHeldKeys } from "./holds/find-held-keys";
import { listHolds } from "./holds/list-holds";
import { lockFiles } from "./holds/lock-files";
import { releaseHold } from "./holds/release-hold";
import { listHeld } from "./list-held";
import { chooseForDocuments } from "./requests/choose-for-documents";
import { confirmErasure } from "./requests/confirm-erasure";
import { countUnproven } from "./requests/count-unproven";
import { createRequest } from "./requests/create-request";
import { deleteChosen } from "./requests/delete-chosen";
import { endRequest } from "./requests/end-request";
import { erasePerson } from "./requests/erase-person";
import { eraseRows } from "./requests/erase-rows";
import { extendRequest } from "./requests/extend-request";
import { findErasure } from "./requests/find-erasure";
import { findModelKeys } from "./requests/find-model-keys";
import { getSubjectData } from "./requests/get-subject-data";
import { listRequests } from "./requests/list-requests";
import { packSubjectData } from "./requests/pack-subject-data";
import { planErasure } from "./requests/plan-erasure";
import { previewErasure } from "./requests/preview-erasure";
import { recordErasure } from "./requests/record-erasure";
import { redactFiles } from "./requests/redact-files";
import { liftRestriction } from "./restrictions/lift-restriction";
import { listRestrictions } from "./restrictions/list-restrictions";
import { restrict } from "./restrictions/restrict";
import { applyRules } from "./retention/apply-rules";
import { changeRule } from "./retention/change-rule";
import { createRule } from "./retention/create-rule";
import { findRipe } from "./retention/find-ripe";
import { listRules } from "./retention/list-rules";
import { noteTrashed } from "./retention/note-trashed";
import { previewRule } from "./retention/preview-rule";
import { removeRule } from "./retention/remove-rule";
import { tellDue } from "./retention/tell-due";

/** Every operation of the slice. */
export const privacyOperations = [
  changeHold,
  createHold,
  explainKeeping,
  extendHolds,
  findHeldKeys,
  listHeld,
  listHolds,
  lockFiles,
  releaseHold,
  chooseForDocuments,
  confirmErasure,
  countUnproven,
  createRequest,
  deleteChosen,
  endRequest,
  erasePerson,
  eraseRows,
  extendRequest,
  findErasure,
  findModelKeys,
  getSubjectData,
  listRequests,
  packSubjectData,
  planErasure,
  previewErasure,
  recordErasure,
  redactFiles,
  applyRules,
  changeRule,
  createRule,
  findRipe,
  listRules,
  noteTrashed,
  previewRule,
  removeRule,
  tellDue,
  liftRestriction,
  listRestrictions,
  restrict,
] as const;
