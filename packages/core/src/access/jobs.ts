import type { Action } from "./actions";
import type { PlatformAction } from "./platform-actions";

const processing = [
  "document.process",
  "document.upload",
  "batch.follow",
  "index.write",
] as const satisfies readonly Action[];

/** Every background job with its permissions in a workspace. */
export const jobs = {
  "process-document": processing,
  "process-arrived-document": processing,
  "reprocess-document": processing,
  "prepare-pages": ["document.process"],
  "follow-type": ["document.process"],
  "understand-meeting": ["document.process"],
  "watch-decisions": ["document.process"],
  "connect-meeting": ["document.process"],
  "evaluate-release": ["document.process", "release.read", "release.work"],
  "shadow-document": ["document.process", "release.read", "release.work"],
  "sync-index": ["index.write"],
  "remove-leftovers": ["document.cleanUp", "model.train"],
  "run-schedule": [
    "automation.work",
    "document.delete",
    "document.trash",
    "batch.create",
    "index.write",
    "quality.work",
    "release.work",
    "spending.watch",
    "model.train",
    "report.deliver",
    "type.manage",
    "audit.anchor",
    "isolation.watch",
    "privacy.work",
    "workspace.pack",
    "workspace.erase",
  ],
  "keep-holds": ["privacy.work"],
  "erase-person": [
    "privacy.work",
    "audit.eraseWords",
    "document.trash",
    "document.delete",
    "index.write",
  ],
  "export-workspace": ["workspace.pack"],
  "erase-workspace": ["workspace.erase", "workspace.pack", "audit.eraseWords"],
  "watch-money": ["spending.watch"],
  "tell-usage": ["spending.watch"],
  "take-billing": [],
  "train-model": ["model.train"],
  "tune-model": ["model.train", "type.manage"],
  "operate-runs": ["document.process", "document.cancel"],
  "answer-once": ["request.remember"],
  "open-dashboard-link": [],
  "match-automations": ["automation.work"],
  "run-automation": ["automation.work"],
  "rehearse-automation": ["automation.work"],
  "apply-rehearsal": ["automation.work", "batch.follow"],
  "undo-rehearsal": ["automation.work"],
  "relay-outbox": [],
  "tick-schedules": [],
  "look-at-sources": [],
  "sync-source": ["source.sync", "source.read", "document.upload", "document.trash"],
  "fetch-items": ["source.sync", "source.read", "document.upload"],
  "renew-watches": ["source.sync", "source.read"],
  "apply-grants": ["source.sync"],
  "roll-up-figures": [],
  "sync-members": ["member.sync"],
  "deliver-webhooks": ["webhook.deliver"],
  seed: [],
} as const satisfies Record<string, readonly Action[]>;

export type JobName = keyof typeof jobs;

/** The permissions of each job across workspaces. A job without an entry has none. */
export const platformJobs: Partial<Record<JobName, readonly PlatformAction[]>> = {
  "process-arrived-document": ["liveWork.read"],
  "reprocess-document": ["liveWork.read"],
  "run-schedule": ["schedule.work"],
  "operate-runs": ["bulkAction.work", "run.manage"],
  "relay-outbox": ["outbox.relay"],
  "open-dashboard-link": ["dashboard.open"],
  "tick-schedules": ["schedule.work"],
  "roll-up-figures": ["figure.work"],
  "look-at-sources": ["source.look"],
  "renew-watches": ["source.look"],
  "take-billing": ["billing.listen"],
  "deliver-webhooks": ["webhook.claim"],
  "erase-workspace": ["workspace.end"],
  seed: ["platform.read"],
};

/** Returns whether the job may do this in a workspace. */
export function jobMay(name: JobName, action: Action): boolean {
  const permitted: readonly Action[] = jobs[name];
  return permitted.includes(action);
}

/** The permissions of a source: to note what is there, and to bring it here. Its documents are processed by a job. */
export const ofSources = [
  "source.sync",
  "document.upload",
  "document.trash",
] as const satisfies readonly Action[];

/** Returns whether a source may do this. */
export function sourceMay(action: Action): boolean {
  const permitted: readonly Action[] = ofSources;
  return permitted.includes(action);
}
