import { applyTo } from "@besunny/core/automations/applying/apply-to";
import { undoApplied } from "@besunny/core/automations/applying/undo-applied";
import { decideApproval } from "@besunny/core/automations/approvals/decide-approval";
import { getApproval } from "@besunny/core/automations/approvals/get-approval";
import { listApprovals } from "@besunny/core/automations/approvals/list-approvals";
import { passOnApproval } from "@besunny/core/automations/approvals/pass-on-approval";
import { checkDraft } from "@besunny/core/automations/check-draft";
import { compareVersions } from "@besunny/core/automations/compare-versions";
import { endAutomation } from "@besunny/core/automations/end-automation";
import { getAutomation } from "@besunny/core/automations/get-automation";
import { getVocabulary } from "@besunny/core/automations/get-vocabulary";
import { listAutomations } from "@besunny/core/automations/list-automations";
import { listVersions } from "@besunny/core/automations/list-versions";
import { pauseAutomation } from "@besunny/core/automations/pause-automation";
import { publishAutomation } from "@besunny/core/automations/publish-automation";
import { cancelRehearsal } from "@besunny/core/automations/rehearsal/cancel-rehearsal";
import { getRehearsal } from "@besunny/core/automations/rehearsal/get-rehearsal";
import { listRehearsalRows } from "@besunny/core/automations/rehearsal/list-rehearsal-rows";
import { listRehearsals } from "@besunny/core/automations/rehearsal/list-rehearsals";
import { rehearse } from "@besunny/core/automations/rehearsal/rehearse";
import { rollBackAutomation } from "@besunny/core/automations/roll-back-automation";
import { runNow } from "@besunny/core/automations/running/run-now";
import { getRun } from "@besunny/core/automations/runs/get-run";
import { listRuns } from "@besunny/core/automations/runs/list-runs";
import { retryRun } from "@besunny/core/automations/runs/retry-run";
import { undoRun } from "@besunny/core/automations/runs/undo-run";
import { saveDraft } from "@besunny/core/automations/save-draft";
import { turnOnAutomation } from "@besunny/core/automations/turn-on-automation";

import { router } from "../init";
import { mutation, query } from "../operations";

export const automationsRouter = router({
  vocabulary: query(getVocabulary),
  list: query(listAutomations),
  get: query(getAutomation),
  check: query(checkDraft),
  save: mutation(saveDraft),
  publish: mutation(publishAutomation),
  pause: mutation(pauseAutomation),
  turnOn: mutation(turnOnAutomation),
  end: mutation(endAutomation),
  versions: query(listVersions),
  compare: query(compareVersions),
  rollBack: mutation(rollBackAutomation),
  runs: query(listRuns),
  run: query(getRun),
  runNow: mutation(runNow),
  retryRun: mutation(retryRun),
  undoRun: mutation(undoRun),
  rehearse: mutation(rehearse),
  rehearsals: query(listRehearsals),
  rehearsal: query(getRehearsal),
  rehearsalRows: query(listRehearsalRows),
  cancelRehearsal: mutation(cancelRehearsal),
  applyTo: mutation(applyTo),
  undoApplied: mutation(undoApplied),
  approvals: query(listApprovals),
  approval: query(getApproval),
  decide: mutation(decideApproval),
  passOn: mutation(passOnApproval),
});
