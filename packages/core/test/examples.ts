import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { JobName } from "../src/access/jobs";
import { listBudgets } from "../src/costs/list-budgets";
import { putBudget } from "../src/costs/put-budget";
import { removeDashboard } from "../src/dashboards/remove-dashboard";
import { usualPolicy } from "../src/redaction/contract/policy";
import { addCardField } from "../src/understanding/add-card-field";
import { anEmail } from "./contexts";
import { sourceExamples } from "./sources/examples";
import type { World } from "./world";

type Input = Record<string, unknown>;

/** Calls that succeed in a world: the input of each, made for one call, and the job that calls where it is no person. */
export type Example = {
  input(world: World): Input | Promise<Input>;
  as?: JobName;
  /** Why a command that is recorded changes no field of a row. */
  changesNothing?: string;
};

/** Makes an example of an operation that a person calls. */
const by = (input: Example["input"], changesNothing?: string): Example => ({
  input,
  ...(changesNothing && { changesNothing }),
});
/** Makes an example of an operation that a job calls. */
const byJob = (as: JobName, input: Example["input"]): Example => ({ input, as });

const none = () => ({});
const always = { from: "2020-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" };
const ready = ({ ready: id }: World) => ({ id });
const project = ({ project: id }: World) => ({ id });
const batch = async ({ aBatch }: World) => ({ id: await aBatch() });
const view = async ({ aView }: World) => ({ id: await aView() });
const dashboard = async ({ aDashboard }: World) => ({ id: await aDashboard() });
const entity = async ({ anEntity }: World) => ({ id: await anEntity() });
const ownField = () => ({
  type: "invoice",
  label: `Cost centre ${randomUUID().slice(0, 8)}`,
  kind: "text" as const,
  meaning: "Who bears the cost.",
  labels: ["cost centre"],
});
const reportChoices = (title: string) => ({
  title,
  cron: "0 6 * * 1",
  timeZone: "Europe/Berlin",
  range: "lastWeek" as const,
  format: "csv" as const,
  channels: ["inbox" as const],
  recipientIds: ["usr_somebody"],
  tiles: [{ metric: "documents.received" }],
});
const makesRow = "It makes a row.";

/** For every operation of a workspace that a door offers: a call that succeeds. A test fails for each that has none. */
export const examples: Record<string, Example> = {
  ...sourceExamples,
  "analytics.list-empty-queries": by(none),
  "analytics.list-replayable": by(none),
  "analytics.record-click": by(async ({ ready: documentId, aSearch }) => ({
    id: await aSearch(),
    documentId,
    rank: 1,
  })),
  "analytics.record-search": by(({ newName }) => ({
    kind: "search",
    words: newName(),
    results: 1,
    tookMs: 5,
  })),
  "analytics.replay-searches": by(({ ready: documentId }) => ({
    searches: [{ words: "tenant", documentId }],
    settings: { meaning: 0.3 },
  })),

  "answers.ask-question": by(({ ready: documentId }) => ({
    question: "Who pays the rent on Monday?",
    scope: { documentId },
  })),
  "answers.preview-question": by(({ ready: documentId }) => ({
    question: "Who pays the rent on Monday?",
    scope: { documentId },
  })),
  "answers.suggest-questions": by(none),

  "audit.get-document-history": by(ready),
  "audit.get-project-history": by(project),
  "audit.list-audit-entries": by(({ ready: subject }) => ({ subject })),

  "batches.cancel-batch": by(batch),
  "batches.count-earlier-readings": by(none),
  "batches.create-reread-batch": by(async ({ aReadEarlier }) => {
    await aReadEarlier();
    return {};
  }, makesRow),
  "batches.create-reprocess-batch": by(({ ready: id }) => ({ ids: [id] }), makesRow),
  "batches.create-upload-batch": by(
    ({ newName }) => ({ expectedCount: 2, title: newName() }),
    makesRow,
  ),
  "batches.get-batch": by(batch),
  "batches.is-batch-paused": byJob("process-document", async ({ aBatch }) => ({
    batchId: await aBatch(),
  })),
  "batches.list-arrived": by(async ({ aBatch }) => ({
    id: await aBatch(),
    fileKeys: ["file-key"],
  })),
  "batches.list-batch-documents": by(batch),
  "batches.list-batches": by(none),
  "batches.lower-expected-count": by(async ({ aBatch }) => ({ id: await aBatch(), count: 1 })),
  "batches.pause-batch": by(batch),
  "batches.report-batch": by(batch),
  "batches.resume-batch": by(async ({ aPausedBatch }) => ({ id: await aPausedBatch() })),
  "batches.retry-failed": by(batch),

  "content.find-on-pages": by(({ ready: id }) => ({ id, spans: [[0, 5]] })),
  "content.find-parsed-document": by(ready),
  "content.get-content": by(ready),
  "content.get-drawn-pages": by(ready),
  "content.get-html": by(ready),
  "content.get-mail-page": by(ready),
  "content.get-page": by(({ ready: id }) => ({ id, page: 1 })),
  "content.get-page-image": by(({ ready: id }) => ({ id, page: 1 })),
  "content.get-picture": by(async ({ ready: id, aPicture }) => ({ id, picture: await aPicture() })),
  "content.get-reading-report": by(ready),
  "content.get-table": by(async ({ aTable }) => aTable()),
  "content.get-text": by(ready),
  "content.list-tables": by(ready),

  "comments.add-comment": by(
    ({ ready: documentId, viewer, newName }) => ({
      documentId,
      text: newName(),
      mentionedIds: [viewer],
    }),
    makesRow,
  ),
  "comments.change-comment": by(async ({ aComment, newName }) => ({
    id: await aComment(),
    text: newName(),
  })),
  "comments.delete-comment": by(async ({ aComment }) => ({ id: await aComment() })),
  "comments.list-comments": by(({ ready: documentId }) => ({ documentId })),

  "conversations.ask-in-conversation": by(async ({ aConversation, marker }) => ({
    id: (await aConversation()).id,
    question: `Who pays the rent to ${marker}?`,
  })),
  "conversations.change-conversation": by(async ({ aConversation }) => ({
    id: (await aConversation()).id,
    isShared: true,
  })),
  "conversations.delete-conversation": by(
    async ({ aConversation }) => ({ id: (await aConversation()).id }),
    "The rows are gone, with what they said.",
  ),
  "conversations.get-conversation": by(async ({ aConversation }) => ({
    id: (await aConversation()).id,
  })),
  "conversations.list-conversations": by(none),
  "conversations.rate-answer": by(async ({ aConversation }) => ({
    ...(await aConversation()),
    isHelpful: true,
  })),
  "conversations.start-conversation": by(({ newName }) => ({ title: newName() }), makesRow),

  "disk.get-disk-state": by(none),

  "documents.accept-types": by(async ({ aTyped }) => ({
    items: [{ id: await aTyped(), type: "memo" }],
  })),
  "documents.check-upload": by(({ project: id }) => ({ projectIds: [id] })),
  "documents.compare-versions": by(({ ready: id }) => ({ id, from: 1, to: 1 })),
  "documents.confirm-type": by(async ({ aTyped }) => ({ id: await aTyped(), type: "contract" })),
  "documents.correct-fact": by(({ ready: id, newName }) => ({
    id,
    name: "reference",
    before: null,
    value: newName(),
  })),
  "documents.correct-type": by(({ ready: id }) => ({ id, type: "memo" })),
  "documents.correct-types": by(({ ready: id }) => ({ ids: [id], type: "policy" })),
  "documents.count-documents": by(none),
  "documents.count-to-review": by(none),
  "documents.delete-documents": by(
    async ({ aTrashed }) => ({ ids: [await aTrashed()] }),
    "The rows are gone, with what they said.",
  ),
  "documents.download-documents": by(({ ready: id }) => ({ ids: [id] })),
  "documents.export-list": by(none),
  "documents.explain-access": by(ready),
  "documents.file-documents": by(async ({ project: projectId, aWaiting }) => ({
    projectId,
    add: [await aWaiting()],
  })),
  "documents.get-document": by(ready),
  "documents.get-trash-days": by(none),
  "documents.list-documents": by(none),
  "documents.list-due": by(none),
  "documents.list-thread": by(ready),
  "documents.list-to-review": by(none),
  "documents.mark-opened": by(ready),
  "documents.receive-upload": by(async ({ newName, project: id }) => {
    const path = join(tmpdir(), `besunny-example-${randomUUID()}`);
    await writeFile(path, randomUUID());
    return { path, fileName: "lease.txt", title: newName(), projectIds: [id] };
  }),
  "documents.rename-document": by(({ ready: id, newName }) => ({ id, title: newName() })),
  "documents.restore-documents": by(async ({ aTrashed }) => ({ ids: [await aTrashed()] })),
  "documents.restore-version": by(async ({ aSecondVersion }) => ({
    id: await aSecondVersion(),
    number: 1,
  })),
  "documents.set-field": by(async ({ ready: id, aField, newName }) => ({
    ids: [id],
    fieldId: await aField("text"),
    value: newName(),
  })),
  "documents.trash-documents": by(async ({ aWaiting }) => ({ ids: [await aWaiting()] })),
  "documents.upload-version": by(async ({ aTyped }) => {
    const path = join(tmpdir(), `besunny-example-${randomUUID()}`);
    await writeFile(path, randomUUID());
    return { id: await aTyped(), path, fileName: "lease 2.txt" };
  }),
  "documents.watch-documents": by(() => ({ after: 0 })),
  "documents.withdraw-fact": by(async ({ ready: id, aSaidFact }) => ({
    id,
    field: await aSaidFact(),
  })),
  "documents.withdraw-type": by(async ({ aCorrected }) => ({ id: await aCorrected() })),
  "documents.withdraw-types": by(async ({ aCorrected }) => ({ ids: [await aCorrected()] })),

  "entities.get-entity": by(entity),
  "entities.list-document-entities": by(ready),
  "entities.list-entities": by(none),
  "entities.list-entity-documents": by(entity),
  "entities.merge-entities": by(async ({ anEntity }) => ({
    id: await anEntity(),
    intoId: await anEntity(),
  })),
  "entities.split-entity": by(async ({ aMergedEntity }) => ({ id: await aMergedEntity() })),

  "forecasts.forecast-metric": by(() => ({ metric: "documents.received" })),

  "groups.create-group": by(({ newName }) => ({ name: newName() }), makesRow),
  "groups.delete-group": by(async ({ aGroup }) => ({ id: await aGroup() })),
  "groups.list-groups": by(none),
  "groups.put-group-member": by(async ({ aGroup, viewer: userId }) => ({
    id: await aGroup(),
    userId,
  })),
  "groups.remove-group-member": by(async ({ aGroup, member: userId }) => ({
    id: await aGroup(),
    userId,
  })),
  "groups.rename-group": by(async ({ aGroup, newName }) => ({
    id: await aGroup(),
    name: newName(),
  })),

  "keys.create-api-key": by(({ newName }) => ({ name: newName() })),
  "keys.list-all-api-keys": by(none),
  "keys.list-api-keys": by(none),
  "keys.revoke-api-key": by(async ({ aKey }) => ({ id: await aKey() })),

  "members.change-member-role": by(async ({ aMember }) => ({
    userId: await aMember(),
    role: "viewer",
  })),
  "members.get-leaving": by(none),
  "members.get-own-data": by(none),
  "members.invite-member": by(() => ({ email: anEmail(), role: "viewer" }), makesRow),
  "members.list-invitations": by(none),
  "members.list-members": by(none),
  "members.remove-member": by(async ({ aMember }) => ({ userId: await aMember() })),
  "members.revoke-invitation": by(async ({ anInvitation }) => ({ id: await anInvitation() })),

  "onboarding.get-first-steps": by(none),
  "onboarding.note-first-step": by(() => ({ what: "skipped" })),
  "onboarding.note-visit": by(none),
  "onboarding.remove-sample": by(async ({ aSample }) => {
    await aSample();
    return {};
  }),
  "onboarding.start-sample": by(({ newName }) => ({ name: newName() })),

  "processing.cancel-documents": by(async ({ aWaiting }) => ({ ids: [await aWaiting()] })),
  "processing.fail-document": byJob("process-document", async ({ aRun }) => ({
    ...(await aRun()),
    code: "CORRUPT",
    message: "The file is damaged.",
    remedy: "Save it again.",
  })),
  "processing.get-status": by(ready),
  "processing.preview-document": by(ready),
  "processing.get-timeline": by(ready),
  "processing.prepare-pages": byJob("prepare-pages", ({ ready: documentId }) => ({ documentId })),
  "processing.process-stage": byJob("process-document", async ({ aStartedRun }) => ({
    ...(await aStartedRun()),
    stage: "read",
  })),
  "processing.remove-leftovers": byJob("remove-leftovers", async ({ aDeleted }) => ({
    documents: [{ documentId: await aDeleted(), keys: [] }],
    runId: "an-engine-run",
  })),
  "processing.retry-documents": by(async ({ aFailed }) => ({ ids: [await aFailed()] })),
  "processing.start-run": byJob("process-document", ({ aRun }) => aRun()),
  "processing.unlock-document": by(async ({ aLocked }) => ({
    id: await aLocked(),
    password: "sesame",
  })),

  "projects.archive-project": by(async ({ aProject }) => ({ id: await aProject() })),
  "projects.create-project": by(
    ({ newName }) => ({ name: newName(), description: "", isRestricted: false }),
    makesRow,
  ),
  "projects.get-project": by(project),
  "projects.list-projects": by(none),
  "projects.put-project-member": by(({ project: id, member: userId }) => ({
    id,
    userId,
    role: "lead",
  })),
  "projects.remove-project-member": by(async ({ aProject, viewer: userId }) => ({
    id: await aProject(),
    userId,
  })),
  "projects.set-instructions": by(async ({ aProject }) => ({
    id: await aProject(),
    instructions: "Answer in one sentence.",
  })),
  "projects.update-project": by(async ({ aProject, newName }) => ({
    id: await aProject(),
    name: newName(),
    isRestricted: true,
  })),

  "redaction.change-policy": by(({ project: id }) => ({
    ...usualPolicy,
    isStrict: true,
    neverProjectIds: [id],
  })),
  "redaction.get-policy": by(none),
  "redaction.preview-text": by(() => ({ text: "Ann pays the rent." })),

  "reports.change-report": by(async ({ aReport, newName }) => ({
    id: await aReport(),
    version: 1,
    choices: reportChoices(newName()),
  })),
  "reports.create-report": by(({ newName }) => reportChoices(newName())),
  "reports.get-report-file": by(async ({ aReportRun }) => ({ id: await aReportRun() })),
  "reports.list-report-runs": by(async ({ aReport }) => ({ id: await aReport() })),
  "reports.list-reports": by(none),
  "reports.pause-report": by(async ({ aReport }) => ({ id: await aReport(), isPaused: true })),
  "reports.preview-report": by(() => ({
    title: "Received",
    range: "last7Days",
    timeZone: "UTC",
    tiles: [{ metric: "documents.received" }],
  })),
  "reports.preview-report-times": by(() => ({ cron: "0 6 * * 1", timeZone: "Europe/Berlin" })),
  "reports.remove-report": by(async ({ aReport }) => ({ id: await aReport() })),
  "reports.send-report": by(async ({ aReport }) => ({ id: await aReport() })),

  "search.compare-generations": byJob("run-schedule", none),
  "search.empty-index": byJob("run-schedule", none),
  "search.fill-index": byJob("run-schedule", () => ({ after: "" })),
  "search.compare-index": byJob("run-schedule", () => ({ after: "" })),
  "search.find-passages": by(() => ({ q: "tenant" })),
  "analytics.search-and-record": by(() => ({ q: "tenant" })),
  "search.remove-strays": byJob("run-schedule", none),
  "search.sync-index": byJob("sync-index", ({ ready: documentId }) => ({ documentId })),
  "search.sync-index-range": byJob("sync-index", () => ({ fromSeq: 0, toSeq: 1_000_000 })),
  "search.list-duplicates": by(ready),
  "search.list-similar": by(ready),

  "notifications.change-notice-settings": by(() => ({ channels: { due: "off" } })),
  "notifications.get-notice-settings": by(none),
  "notifications.list-notices": by(none),
  "notifications.mark-notices-read": by(none),

  "quality.apply-cleanings": by(async ({ anIssue }) => ({ issueIds: [await anIssue()] })),
  "quality.compute-drift": byJob("run-schedule", none),
  "quality.count-issues": by(none),
  "quality.decide-issues": by(async ({ anIssue }) => ({
    ids: [await anIssue()],
    state: "ignored",
  })),
  "quality.list-cleanings": by(none),
  "quality.list-issues": by(none),
  "quality.look-at-labels": byJob("run-schedule", none),
  "quality.look-for-boilerplate": byJob("run-schedule", () => ({ after: "" })),
  "quality.look-over-documents": byJob("run-schedule", none),
  "quality.measure-documents": byJob("run-schedule", () => ({ after: "" })),
  "quality.preview-cleaning": by(async ({ anIssue }) => ({ issueId: await anIssue() })),
  "quality.undo-cleanings": by(async ({ aCleaning }) => ({ ids: [await aCleaning()] })),

  "sharing.create-link": by(({ ready: id }) => ({ id })),
  "sharing.get-document-access": by(ready),
  "sharing.list-shared-with-me": by(none),
  "sharing.revoke-link": by(async ({ aLink }) => ({ linkId: await aLink() })),
  "sharing.share-document": by(({ ready: id, viewer: userId }) => ({ id, with: [{ userId }] })),
  "sharing.unshare-document": by(async ({ aShared, viewer: userId }) => ({
    id: await aShared(),
    with: { userId },
  })),

  "documents.import-labels": by(({ ready: id }) => ({ csv: `document,type\n${id},memo` })),
  "documents.preview-labels": by(({ ready: id }) => ({ csv: `document,type\n${id},memo` })),
  "models.agree-to-tuning": by(async ({ aTuning }) => ({ id: await aTuning() })),
  "models.dismiss-proposal": by(({ ready: id }) => ({ ids: [id] })),
  "models.estimate-tuning": by(none),
  "models.export-labels": by(none),
  "models.export-tuning": by(async ({ aTaught }) => {
    await aTaught();
    return {};
  }),
  "models.get-readiness": by(none),
  "models.get-teaching": by(ready),
  "models.get-tuning": by(none),
  "models.list-contradictions": by(none),
  "models.list-helpful": by(none),
  "models.list-labels": by(none),
  "models.list-trainings": by(none),
  "models.propose-types": by(none),
  "models.start-training": by(none),
  "models.start-tuning": by(async ({ endTunings }) => {
    await endTunings();
    return { costMicro: 75_000 };
  }),
  "models.stop-tuning": by(async ({ aTuning }) => ({ id: await aTuning() })),
  "understanding.add-card-field": by(() => ownField()),
  "understanding.change-card-field": by(async ({ owner }) => {
    const { type, label, ...given } = ownField();
    const { name } = await addCardField(owner, { type, label, ...given });
    return { type, name, label: `${label} again`, ...given };
  }),
  "understanding.get-card": by(() => ({ type: "invoice" })),
  "understanding.remove-card-field": by(async ({ owner }) => {
    const { type, name } = { type: "invoice", ...(await addCardField(owner, ownField())) };
    return { type, name };
  }),
  "understanding.switch-card-field": by(async ({ owner }) => {
    const { name, isOn } = await addCardField(owner, ownField());
    return { type: "invoice", name, isOn: !isOn };
  }),
  "understanding.change-type": by(async ({ aType, newName }) => ({
    name: await aType(),
    newName: newName().slice(0, 40),
    isHidden: true,
  })),
  "understanding.create-type": by(({ newName }) => ({ name: newName(), definition: "A permit." })),
  "understanding.list-all-types": by(none),
  "understanding.list-classifications": by(ready),
  "understanding.list-types": by(none),
  "understanding.remove-type": by(async ({ aType }) => ({ name: await aType() })),

  "metrics.drill-metric": by(() => ({ query: { metric: "documents.received", ...always } })),
  "metrics.list-metrics": by(none),
  "metrics.list-project-rows": by((scene) => ({ ...project(scene), metric: "documents.received" })),
  "metrics.read-metrics": by(() => ({
    queries: [
      { metric: "documents.received", ...always, breakOuts: ["document"] },
      { metric: "quality.labels", ...always, breakOuts: ["person"] },
      { metric: "search.searches", ...always },
    ],
  })),
  "metrics.read-project-analytics": by(project),

  "costs.get-spending": by(none),
  "costs.list-budgets": by(none),
  "costs.list-calls": by(none),
  "costs.list-degraded": by(none),
  "costs.put-budget": by(({ project: subjectId }) => ({
    subjectKind: "project",
    subjectId,
    period: "month",
    amountMicro: Math.ceil(Math.random() * 1_000_000),
  })),
  "costs.remove-budget": by(async ({ owner }) =>
    putBudget(owner, { subjectKind: "workspace", period: "month", amountMicro: 1_000_000 }),
  ),
  "costs.set-unknown-price": by(async ({ owner }) => {
    const { unknownPrice } = await listBudgets(owner, {});
    return { unknownPrice: unknownPrice === "go" ? "stop" : "go" };
  }),
  "costs.tell-budget-levels": byJob("watch-money", () => ({ crossed: [] })),
  "costs.tell-retirement": byJob("watch-money", () => ({
    model: "tern-1",
    endsOn: "2030-01-01",
    warning: 60,
  })),
  "fields.add-options": by(async ({ aField, newName }) => ({
    id: await aField(),
    names: [newName()],
  })),
  "fields.archive-field": by(async ({ aField }) => ({ id: await aField(), isArchived: true })),
  "fields.change-field": by(async ({ aField, newName }) => ({
    id: await aField(),
    name: newName().slice(0, 60),
  })),
  "fields.create-field": by(({ newName }) => ({ name: newName().slice(0, 60), kind: "date" })),
  "fields.list-fields": by(none),
  "fields.list-options": by(async ({ aField }) => ({ id: await aField() })),
  "fields.order-fields": by(async ({ theFields }) => ({ ids: (await theFields()).toReversed() })),
  "fields.remove-option": by(async ({ anOption }) => anOption()),
  "fields.rename-option": by(async ({ anOption, newName }) => ({
    ...(await anOption()),
    name: newName(),
  })),

  "tags.list-tags": by(none),
  "tags.merge-tags": by(async ({ aTag }) => ({ id: await aTag(), into: await aTag() })),
  "tags.remove-tag": by(async ({ aTag }) => ({ id: await aTag() })),
  "tags.rename-tag": by(async ({ aTag, newName }) => ({ id: await aTag(), name: newName() })),
  "tags.tag-documents": by(({ ready: id, newName }) => ({ ids: [id], add: [newName()] })),

  "trials.compare-releases": by(async ({ theChampion, aRelease }) => ({
    before: await theChampion(),
    after: await aRelease(),
  })),
  "trials.create-release": by(({ newName }) => ({ thresholds: { [newName()]: 0.9 } })),
  "trials.end-evaluation": byJob("evaluate-release", async ({ anEvaluation }) => ({
    id: await anEvaluation(),
  })),
  "trials.evaluate-part": byJob("evaluate-release", async ({ anEvaluation }) => ({
    id: await anEvaluation(),
    after: "",
  })),
  "trials.forget-heads": byJob("remove-leftovers", none),
  "trials.get-evaluation": by(async ({ anEvaluation }) => ({ id: await anEvaluation() })),
  "trials.get-experiment": by(async ({ anExperiment }) => ({ id: await anExperiment() })),
  "trials.list-datasets": by(none),
  "trials.list-evaluations": by(none),
  "trials.list-experiments": by(none),
  "trials.list-releases": by(none),
  "trials.look-at-experiment": byJob("run-schedule", none),
  "trials.promote-release": by(async ({ aRelease }) => ({
    id: await aRelease(),
    reason: "A test wants it to decide.",
  })),
  "trials.roll-back": by(async ({ aPromoted }) => {
    await aPromoted();
    return {};
  }),
  "trials.shadow-document": byJob("shadow-document", ({ ready: documentId }) => ({ documentId })),
  "trials.start-evaluation": by(async ({ aRelease, aDataset }) => ({
    releaseId: await aRelease(),
    datasetId: await aDataset(),
  })),
  "trials.start-experiment": by(async ({ stopRunning, aRelease }) => {
    await stopRunning();
    return { releaseId: await aRelease() };
  }),
  "trials.stop-experiment": by(async ({ anExperiment }) => ({ id: await anExperiment() })),
  "trials.try-releases": by(async ({ ready: documentId, theChampion }) => ({
    documentId,
    releaseIds: [await theChampion()],
  })),

  "dashboards.bring-back-dashboard": by(async (world) => {
    const { id } = await dashboard(world);
    await removeDashboard(world.owner, { id });
    return { id };
  }),
  "dashboards.change-dashboard": by(async ({ aDashboard, newName }) => ({
    id: await aDashboard(),
    seen: 1,
    title: newName(),
    content: { tiles: [] },
  })),
  "dashboards.create-dashboard": by(({ newName }) => ({
    title: newName(),
    content: { tiles: [] },
  })),
  "dashboards.duplicate-dashboard": by(async ({ aDashboard, newName }) => ({
    id: await aDashboard(),
    title: newName(),
  })),
  "dashboards.get-dashboard": by(dashboard),
  "dashboards.list-dashboard-versions": by(dashboard),
  "dashboards.list-dashboards": by(none),
  "dashboards.remove-dashboard": by(dashboard),
  "dashboards.restore-dashboard-version": by(async (world) => ({
    ...(await dashboard(world)),
    seen: 1,
    version: 1,
  })),
  "dashboards.share-dashboard": by(async (world) => ({
    ...(await dashboard(world)),
    visibility: "workspace",
  })),

  "views.change-view": by(async ({ aView, newName }) => ({
    id: await aView(),
    name: newName(),
    isShared: true,
  })),
  "views.create-view": by(({ newName }) => ({ name: newName(), query: "lease" }), makesRow),
  "views.get-library-layout": by(none),
  "views.get-view": by(view),
  "views.list-new-documents": by(view),
  "views.list-views": by(none),
  "views.remove-view": by(view),
  "views.set-library-layout": by(() => ({
    columns: ["type", "size"],
    density: "compact",
    look: "table",
  })),
  "views.set-view-habits": by(async ({ aView }) => ({ id: await aView(), isPinned: false })),

  "workspaces.get-workspace": by(none),
  "workspaces.list-features": by(none),
  "workspaces.rename-workspace": by(({ newName }) => ({ name: newName() })),
};
