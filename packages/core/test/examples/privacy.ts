import { by, byJob, type Example, none, ready } from "./example";

const until = new Date("2099-01-01T00:00:00.000Z");
const reason = "A lawsuit is expected.";

const rule = { amount: 1000, unit: "years", type: "invoice" } as const;

export const privacyExamples: Record<string, Example> = {
  "privacy.change-hold": by(async ({ aHold }) => ({ id: await aHold(), until })),
  "privacy.create-hold": by(({ newName, project: projectId }) => ({
    name: newName(),
    on: { kind: "project", projectId },
    reason,
    until: new Date(Date.now() + 1_000),
  })),
  "privacy.explain-keeping": by(ready),
  "privacy.list-held": by(none),
  "privacy.list-holds": by(none),
  "privacy.lock-files": byJob("keep-holds", none),
  "privacy.choose-for-documents": by(async ({ aRequest }) => ({
    id: await aRequest(),
    choice: { kind: "redact" },
  })),
  "privacy.confirm-erasure": by(async ({ aRequestOfAnother }) => ({
    id: await aRequestOfAnother(),
  })),
  "privacy.count-unproven": byJob("erase-person", async ({ aRequest }) => ({
    id: await aRequest(),
  })),
  "privacy.create-request": by(({ newName }) => ({
    kind: "access",
    subject: { names: [newName()] },
  })),
  "privacy.delete-chosen": byJob("erase-person", async ({ aRequest }) => ({
    id: await aRequest(),
  })),
  "privacy.end-request": by(async ({ aRequest }) => ({
    id: await aRequest(),
    as: "refused",
    outcome: reason,
  })),
  "privacy.erase-person": byJob("erase-person", async ({ aRequest }) => ({ id: await aRequest() })),
  "privacy.extend-request": by(async ({ aRequest }) => ({
    id: await aRequest(),
    dueAt: new Date(Date.now() + 40 * 86_400_000),
    reason,
  })),
  "privacy.pack-subject-data": by(async ({ aRequest }) => ({ id: await aRequest() })),
  "privacy.list-requests": by(none),
  "privacy.preview-erasure": by(async ({ aRequest }) => ({ id: await aRequest() })),
  "privacy.release-hold": by(async ({ aHold }) => ({ id: await aHold(), reason })),
  "privacy.lift-restriction": by(async ({ aRestriction }) => ({
    id: await aRestriction(),
    reason,
  })),
  "privacy.list-restrictions": by(none),
  "privacy.restrict": by(async ({ aRestrictionAsked }) => ({
    requestId: await aRestrictionAsked(),
    reason,
  })),
  "privacy.apply-rules": byJob("run-schedule", none),
  "privacy.create-rule": by(({ newName }) => ({ ...rule, name: newName(), expected: 0 })),
  "privacy.change-rule": by(async ({ aRule, newName }) => ({
    ...rule,
    id: await aRule(),
    name: newName(),
    expected: 0,
  })),
  "privacy.list-rules": by(none),
  "privacy.preview-rule": by(() => rule),
  "privacy.remove-rule": by(async ({ aRule }) => ({ id: await aRule() })),
  "departures.ask-to-end": by(async ({ noDeparture }) => {
    await noDeparture();
    return { name: "A test's own workspace" };
  }),
  "departures.erase-files": byJob("erase-workspace", async ({ aDeparture }) => ({
    id: await aDeparture(),
    runId: "run",
  })),
  "departures.erase-workspace": byJob("erase-workspace", async ({ aDeparture }) => ({
    id: await aDeparture(),
  })),
  "departures.get-departure": by(none),
  "departures.take-back": by(async ({ aDeparture }) => ({ id: await aDeparture() })),
  "exports.clear-exports": byJob("run-schedule", none),
  "exports.fail-export": byJob("export-workspace", async ({ anExport }) => ({
    id: await anExport(),
    problem: "The storage is full.",
  })),
  "exports.finish-export": byJob("export-workspace", async ({ anExport }) => ({
    id: await anExport(),
    parts: 0,
    documents: 0,
  })),
  "exports.list-exports": by(none),
  "exports.open-export": by(async ({ aReadyExport }) => ({ id: await aReadyExport() })),
  "exports.plan-export": byJob("export-workspace", async ({ anExport }) => ({
    id: await anExport(),
  })),
  "exports.remove-export": by(async ({ anExport }) => ({ id: await anExport() })),
  "exports.start-export": by(async ({ aReadyExport }) => {
    await aReadyExport();
    return {};
  }),
  "exports.write-documents": byJob("export-workspace", async ({ anExport }) => ({
    id: await anExport(),
    n: 1,
    after: "",
  })),
  "exports.write-table": byJob("export-workspace", async ({ anExport }) => ({
    id: await anExport(),
    n: 1,
    table: "documents",
  })),
  "receipts.confirm-receipts": byJob("run-schedule", none),
  "receipts.get-receipt": by(async ({ aReceipt }) => ({ id: await aReceipt() })),
  "receipts.list-receipts": by(none),
  "receipts.verify-receipt": by(async ({ aSignedReceipt }) => ({ signed: await aSignedReceipt() })),
};
