import { anchorLogs } from "./audit/anchor-logs";
import { checkWatches } from "./audit/check-watches";
import { beginAutomations } from "./automations/begin-automations";
import { compareUsage } from "./billing/compare-usage";
import { keepAccounts } from "./billing/keep-accounts";
import { sendUsage } from "./billing/send-usage";
import type { ScheduleName } from "./contract";
import { emptyTrash } from "./empty-trash";
import { encryptFiles } from "./encryption/encrypt-files";
import { reconcileFigures } from "./figures/reconcile-figures";
import { prepareDueBriefs } from "./meetings/prepare-due-briefs";
import { remindOfActions } from "./meetings/remind-of-actions";
import { understandMeetingsAgain } from "./meetings/understand-meetings-again";
import { evaluateHosted } from "./models/evaluate-hosted";
import { lookAtExperiments } from "./models/look-at-experiments";
import { recalibrate } from "./models/recalibrate";
import { trainModels } from "./models/train-models";
import { watchModels } from "./models/watch-models";
import { watchQuality } from "./models/watch-quality";
import { sendNotices } from "./notices/send-notices";
import { applyRetention } from "./privacy/apply-retention";
import { confirmReceiptsDaily } from "./privacy/confirm-receipts";
import { endWorkspaces } from "./privacy/end-workspaces";
import { keepHolds } from "./privacy/keep-holds";
import { readAgain } from "./read-again";
import { reconcileIndex } from "./reconcile-index";
import { removeLeftoverUploads } from "./remove-leftover-uploads";
import { removeOldRuns } from "./remove-old-runs";
import { renewIndex } from "./renewal/renew-index";
import { sendReports } from "./reports/send-reports";
import type { Schedule } from "./schedule";
import { watchIsolation } from "./trust/watch-isolation";

/** All work that the clock starts. The database holds the changes by admins and the past runs. */
export const schedules: Readonly<Record<ScheduleName, Schedule>> = {
  "begin-automations": beginAutomations,
  "empty-trash": emptyTrash,
  "encrypt-files": encryptFiles,
  "look-at-experiments": lookAtExperiments,
  "prepare-briefs": prepareDueBriefs,
  "read-again": readAgain,
  "reconcile-figures": reconcileFigures,
  "reconcile-index": reconcileIndex,
  "remove-leftover-uploads": removeLeftoverUploads,
  "remove-old-runs": removeOldRuns,
  "renew-index": renewIndex,
  "send-notices": sendNotices,
  "send-reports": sendReports,
  "watch-quality": watchQuality,
  "watch-models": watchModels,
  "train-models": trainModels,
  recalibrate,
  "evaluate-hosted": evaluateHosted,
  "anchor-logs": anchorLogs,
  "check-watches": checkWatches,
  "keep-holds": keepHolds,
  "remind-of-actions": remindOfActions,
  "understand-meetings-again": understandMeetingsAgain,
  "send-usage": sendUsage,
  "compare-usage": compareUsage,
  "keep-accounts": keepAccounts,
  "watch-isolation": watchIsolation,
  "end-workspaces": endWorkspaces,
  "apply-retention": applyRetention,
  "confirm-receipts": confirmReceiptsDaily,
};

/** Returns true for a schedule that is paused until an admin runs or resumes it. */
export function isPausedAtFirst(name: ScheduleName): boolean {
  return schedules[name].isPausedAtFirst ?? false;
}
