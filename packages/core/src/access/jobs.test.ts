import { describe, expect, test } from "vitest";

import { type Action, actions } from "./actions";
import { type JobName, jobMay, jobs, platformJobs } from "./jobs";
import { type PlatformAction, platformActions } from "./platform-actions";
import { authorizeAcross, mayAcross } from "./platform-policy";
import { authorize, may } from "./policy";

type Example = { may: readonly Action[]; mayNot: readonly Action[] };

/** For each job, what it does in a workspace, and what it is refused. */
const inWorkspace: Record<JobName, Example> = {
  "process-document": {
    may: ["document.process", "document.upload", "batch.follow", "index.write"],
    mayNot: ["document.read", "document.delete", "document.cleanUp", "request.remember"],
  },
  "process-arrived-document": {
    may: ["document.process", "document.upload", "batch.follow", "index.write"],
    mayNot: ["document.read", "document.delete", "source.sync"],
  },
  "reprocess-document": {
    may: ["document.process", "document.upload", "batch.follow", "index.write"],
    mayNot: ["document.read", "document.delete", "document.trash"],
  },
  "follow-type": { may: ["document.process"], mayNot: ["document.read", "index.write"] },
  "understand-meeting": { may: ["document.process"], mayNot: ["document.read", "index.write"] },
  "watch-decisions": { may: ["document.process"], mayNot: ["document.read", "index.write"] },
  "connect-meeting": { may: ["document.process"], mayNot: ["document.read", "index.write"] },
  "evaluate-release": {
    may: ["document.process", "release.read", "release.work"],
    mayNot: ["release.manage", "document.read"],
  },
  "shadow-document": {
    may: ["document.process", "release.read", "release.work"],
    mayNot: ["release.manage", "document.correct"],
  },
  "erase-person": {
    may: ["privacy.work", "audit.eraseWords", "document.trash", "document.delete", "index.write"],
    mayNot: ["document.read", "privacy.manage"],
  },
  "export-workspace": {
    may: ["workspace.pack"],
    mayNot: ["workspace.export", "document.read", "workspace.erase"],
  },
  "erase-workspace": {
    may: ["workspace.erase", "workspace.pack", "audit.eraseWords"],
    mayNot: ["workspace.end", "document.read", "document.delete"],
  },
  "keep-holds": { may: ["privacy.work"], mayNot: ["document.delete", "privacy.manage"] },
  "train-model": { may: ["model.train"], mayNot: ["document.read", "type.manage"] },
  "tune-model": {
    may: ["model.train", "type.manage"],
    mayNot: ["document.read", "release.manage"],
  },
  "prepare-pages": { may: ["document.process"], mayNot: ["document.read", "index.write"] },
  "sync-index": { may: ["index.write"], mayNot: ["document.process", "document.read"] },
  "remove-leftovers": {
    may: ["document.cleanUp", "model.train"],
    mayNot: ["document.delete", "index.write"],
  },
  "run-schedule": {
    may: [
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
    mayNot: ["document.process"],
  },
  "operate-runs": {
    may: ["document.process", "document.cancel"],
    mayNot: ["document.delete", "document.read"],
  },
  "answer-once": { may: ["request.remember"], mayNot: ["document.read"] },
  "watch-money": { may: ["spending.watch"], mayNot: ["document.read"] },
  "match-automations": { may: ["automation.work"], mayNot: ["document.tag", "document.trash"] },
  "run-automation": { may: ["automation.work"], mayNot: ["document.tag", "document.trash"] },
  "rehearse-automation": { may: ["automation.work"], mayNot: ["document.tag", "document.trash"] },
  "apply-rehearsal": {
    may: ["automation.work", "batch.follow"],
    mayNot: ["document.tag", "document.trash"],
  },
  "undo-rehearsal": { may: ["automation.work"], mayNot: ["document.tag", "document.trash"] },
  "relay-outbox": { may: [], mayNot: ["document.read"] },
  "tick-schedules": { may: [], mayNot: ["document.delete"] },
  "look-at-sources": { may: [], mayNot: ["source.sync"] },
  "sync-source": {
    may: ["source.sync", "source.read", "document.upload", "document.trash"],
    mayNot: ["document.read", "document.delete"],
  },
  "fetch-items": {
    may: ["source.sync", "source.read", "document.upload"],
    mayNot: ["document.trash", "document.read"],
  },
  "renew-watches": { may: ["source.sync", "source.read"], mayNot: ["document.upload"] },
  "apply-grants": { may: ["source.sync"], mayNot: ["document.read", "document.share"] },
  "sync-members": { may: ["member.sync"], mayNot: ["member.manage", "document.read"] },
  "deliver-webhooks": { may: ["webhook.deliver"], mayNot: ["webhook.manage", "document.read"] },
  "roll-up-figures": { may: [], mayNot: ["document.upload"] },
  "open-dashboard-link": { may: [], mayNot: ["document.read"] },
  "tell-usage": { may: ["spending.watch"], mayNot: ["document.read", "billing.manage"] },
  "take-billing": { may: [], mayNot: ["document.read", "billing.manage"] },
  seed: { may: [], mayNot: ["document.upload"] },
};

/** For each job, what it does across workspaces, and what it is refused. */
const across: Record<JobName, { may: readonly PlatformAction[]; mayNot: PlatformAction }> = {
  "process-document": { may: [], mayNot: "liveWork.read" },
  "process-arrived-document": { may: ["liveWork.read"], mayNot: "run.manage" },
  "reprocess-document": { may: ["liveWork.read"], mayNot: "run.manage" },
  "follow-type": { may: [], mayNot: "platform.read" },
  "understand-meeting": { may: [], mayNot: "platform.read" },
  "watch-decisions": { may: [], mayNot: "platform.read" },
  "connect-meeting": { may: [], mayNot: "platform.read" },
  "evaluate-release": { may: [], mayNot: "platform.read" },
  "shadow-document": { may: [], mayNot: "platform.read" },
  "erase-person": { may: [], mayNot: "platform.read" },
  "keep-holds": { may: [], mayNot: "platform.read" },
  "export-workspace": { may: [], mayNot: "platform.read" },
  "erase-workspace": { may: ["workspace.end"], mayNot: "people.manage" },
  "train-model": { may: [], mayNot: "platform.read" },
  "tune-model": { may: [], mayNot: "platform.read" },
  "prepare-pages": { may: [], mayNot: "platform.read" },
  "tell-usage": { may: [], mayNot: "platform.read" },
  "take-billing": { may: ["billing.listen"], mayNot: "platform.read" },
  "sync-index": { may: [], mayNot: "platform.read" },
  "remove-leftovers": { may: [], mayNot: "platform.read" },
  "run-schedule": { may: ["schedule.work"], mayNot: "schedule.manage" },
  "operate-runs": { may: ["bulkAction.work", "run.manage"], mayNot: "bulkAction.manage" },
  "answer-once": { may: [], mayNot: "platform.read" },
  "watch-money": { may: [], mayNot: "platform.read" },
  "match-automations": { may: [], mayNot: "platform.read" },
  "run-automation": { may: [], mayNot: "platform.read" },
  "rehearse-automation": { may: [], mayNot: "platform.read" },
  "apply-rehearsal": { may: [], mayNot: "platform.read" },
  "undo-rehearsal": { may: [], mayNot: "platform.read" },
  "relay-outbox": { may: ["outbox.relay"], mayNot: "schedule.work" },
  "tick-schedules": { may: ["schedule.work"], mayNot: "outbox.relay" },
  "look-at-sources": { may: ["source.look"], mayNot: "platform.read" },
  "sync-source": { may: [], mayNot: "platform.read" },
  "fetch-items": { may: [], mayNot: "platform.read" },
  "renew-watches": { may: ["source.look"], mayNot: "platform.read" },
  "apply-grants": { may: [], mayNot: "platform.read" },
  "sync-members": { may: [], mayNot: "platform.read" },
  "deliver-webhooks": { may: ["webhook.claim"], mayNot: "platform.read" },
  "roll-up-figures": { may: ["figure.work"], mayNot: "platform.read" },
  "open-dashboard-link": { may: ["dashboard.open"], mayNot: "platform.read" },
  seed: { may: ["platform.read"], mayNot: "run.manage" },
};

const names = Object.keys(jobs).filter((name): name is JobName => name in jobs);
const refused = expect.objectContaining({ code: "FORBIDDEN" });

describe.each(names)("the job %s", (name) => {
  const actor = { kind: "job", name } as const;

  test("may do its work in a workspace, and is refused all else", () => {
    for (const action of inWorkspace[name].may) authorize(actor, action);
    expect(jobs[name].toSorted()).toEqual(inWorkspace[name].may.toSorted());
    for (const action of inWorkspace[name].mayNot)
      expect(() => authorize(actor, action)).toThrow(refused);
  });

  test("may do its work across workspaces, and is refused all else", () => {
    for (const action of across[name].may) authorizeAcross(actor, action);
    expect(() => authorizeAcross(actor, across[name].mayNot)).toThrow(refused);
    expect(platformJobs[name] ?? []).toEqual(across[name].may);
  });

  test("manages no members, keys, projects or the workspace", () => {
    const managing = actions.filter((action) =>
      /^(member|apiKey|project|workspace)\./.test(action),
    );
    expect(managing.length).toBeGreaterThan(8);
    expect(managing.filter((action) => jobMay(name, action))).toEqual([]);
  });
});

describe("an admin of the platform", () => {
  const admin = { kind: "platformAdmin", id: "usr_admin" } as const;

  test("stops and reopens the runs of a workspace's documents, looks after its releases, and is refused all else there", () => {
    expect(actions.filter((action) => may(admin, action))).toEqual([
      "document.cancel",
      "release.read",
      "release.manage",
    ]);
    authorize(admin, "document.process");
    for (const action of ["document.read", "document.delete", "index.write"] as const)
      expect(() => authorize(admin, action)).toThrow(refused);
  });

  test("manages the platform, and is refused the work of its jobs", () => {
    for (const action of platformActions) authorizeAcross(admin, action);
    for (const action of [
      "liveWork.read",
      "schedule.work",
      "bulkAction.work",
      "outbox.relay",
    ] as const) {
      expect(mayAcross(admin, action)).toBe(false);
      expect(() => authorizeAcross(admin, action)).toThrow(refused);
    }
  });
});
