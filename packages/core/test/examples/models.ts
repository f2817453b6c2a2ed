import { listBudgets } from "../../src/costs/list-budgets";
import { putBudget } from "../../src/costs/put-budget";
import { usualPolicy } from "../../src/redaction/contract/policy";
import { by, byJob, type Example, none, ready } from "./example";

export const modelsExamples: Record<string, Example> = {
  "redaction.change-policy": by(({ project: id }) => ({
    ...usualPolicy,
    isStrict: true,
    neverProjectIds: [id],
  })),
  "redaction.get-policy": by(none),
  "redaction.get-residency": by(none),
  "redaction.change-region": by(() => ({ region: "eu" })),
  "redaction.put-provider": by(() => ({
    host: "models.example",
    region: null,
    isAllowed: true,
    reason: "It is ours",
  })),
  "redaction.preview-text": by(() => ({ text: "Ann pays the rent." })),
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
  "costs.get-spending": by(none),
  "costs.list-budgets": by(none),
  "costs.list-calls": by(none),
  "costs.list-degraded": by(none),
  "costs.list-document-places": by(({ ready: id }) => ({ id })),
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
};
