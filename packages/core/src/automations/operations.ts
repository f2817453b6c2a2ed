import { applyPart } from "./applying/apply-part";
import { applyTo } from "./applying/apply-to";
import { beginAppliedRun } from "./applying/begin-applied-run";
import { endUndo } from "./applying/end-undo";
import { findToApply } from "./applying/find-to-apply";
import { findToUndo } from "./applying/find-to-undo";
import { foreseeAgain } from "./applying/foresee-again";
import { refuseToApply } from "./applying/refuse-to-apply";
import { undoApplied } from "./applying/undo-applied";
import { undoPart } from "./applying/undo-part";
import { askPeople } from "./approvals/ask-people";
import { decideApproval } from "./approvals/decide-approval";
import { expireApproval } from "./approvals/expire-approval";
import { getApproval } from "./approvals/get-approval";
import { listApprovals } from "./approvals/list-approvals";
import { passOnApproval } from "./approvals/pass-on-approval";
import { checkDraft } from "./check-draft";
import { compareVersions } from "./compare-versions";
import { endAutomation } from "./end-automation";
import { getAutomation } from "./get-automation";
import { getVocabulary } from "./get-vocabulary";
import { listAutomations } from "./list-automations";
import { listVersions } from "./list-versions";
import { pauseAutomation } from "./pause-automation";
import { publishAutomation } from "./publish-automation";
import { cancelRehearsal } from "./rehearsal/cancel-rehearsal";
import { carryOnRehearsal } from "./rehearsal/carry-on-rehearsal";
import { endRehearsal } from "./rehearsal/end-rehearsal";
import { findRehearsal } from "./rehearsal/find-rehearsal";
import { getRehearsal } from "./rehearsal/get-rehearsal";
import { keepRehearsalPart } from "./rehearsal/keep-rehearsal-part";
import { listRehearsalRows } from "./rehearsal/list-rehearsal-rows";
import { listRehearsals } from "./rehearsal/list-rehearsals";
import { rehearse } from "./rehearsal/rehearse";
import { rehearsePart } from "./rehearsal/rehearse-part";
import { rollBackAutomation } from "./roll-back-automation";
import { beginRun } from "./running/begin-run";
import { doStep } from "./running/do-step";
import { dropChange } from "./running/drop-change";
import { findCandidates } from "./running/find-candidates";
import { findRun } from "./running/find-run";
import { findToRun } from "./running/find-to-run";
import { intendChange } from "./running/intend-change";
import { lookAtBeginning } from "./running/look-at-beginning";
import { lookAtStep } from "./running/look-at-step";
import { matchAutomations } from "./running/match-automations";
import { pauseWithoutOwner } from "./running/pause-without-owner";
import { recordStep } from "./running/record-step";
import { runNow } from "./running/run-now";
import { getRun } from "./runs/get-run";
import { listRuns } from "./runs/list-runs";
import { lookAtChanges } from "./runs/look-at-changes";
import { markUndone } from "./runs/mark-undone";
import { retryRun } from "./runs/retry-run";
import { undoRun } from "./runs/undo-run";
import { saveDraft } from "./save-draft";
import { findTarget } from "./sending/find-target";
import { makeAction } from "./sending/make-action";
import { sendRequest } from "./sending/send-request";
import { tellPeople } from "./sending/tell-people";
import { beginTimed } from "./timed/begin-timed";
import { claimTimed } from "./timed/claim-timed";
import { findTimed } from "./timed/find-timed";
import { listTimed } from "./timed/list-timed";
import { turnOnAutomation } from "./turn-on-automation";

/** Every operation of the slice. */
export const automationsOperations = [
  checkDraft,
  compareVersions,
  endAutomation,
  getAutomation,
  getVocabulary,
  listAutomations,
  listVersions,
  pauseAutomation,
  publishAutomation,
  rollBackAutomation,
  saveDraft,
  turnOnAutomation,
  askPeople,
  decideApproval,
  expireApproval,
  getApproval,
  listApprovals,
  passOnApproval,
  beginRun,
  doStep,
  findCandidates,
  findRun,
  lookAtBeginning,
  lookAtStep,
  matchAutomations,
  pauseWithoutOwner,
  recordStep,
  getRun,
  listRuns,
  lookAtChanges,
  markUndone,
  retryRun,
  undoRun,
  dropChange,
  intendChange,
  findToRun,
  runNow,
  beginTimed,
  claimTimed,
  findTimed,
  listTimed,
  findTarget,
  makeAction,
  sendRequest,
  tellPeople,
  cancelRehearsal,
  carryOnRehearsal,
  endRehearsal,
  findRehearsal,
  getRehearsal,
  keepRehearsalPart,
  listRehearsalRows,
  listRehearsals,
  rehearse,
  rehearsePart,
  applyTo,
  applyPart,
  beginAppliedRun,
  endUndo,
  findToApply,
  findToUndo,
  foreseeAgain,
  refuseToApply,
  undoApplied,
  undoPart,
] as const;
