import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { inBackground } from "../../test/contexts";
import { anIndex } from "../../test/documents";
import { aLearner, inSql, type Kind, textOf } from "../../test/models/learning";
import { correctType } from "../documents/correct-type";
import { deleteDocuments } from "../documents/delete-documents";
import { trashDocuments } from "../documents/trash-documents";
import { withdrawType } from "../documents/withdraw-type";
import { endEvaluation } from "../trials/evaluations/end-evaluation";
import { evaluatePart } from "../trials/evaluations/evaluate-part";
import { evaluateProposed } from "../trials/evaluations/evaluate-proposed";
import { getEvaluation } from "../trials/evaluations/get-evaluation";
import { startEvaluation } from "../trials/evaluations/start-evaluation";
import { forgetHeads } from "../trials/heads/forget-heads";
import { useRetrained } from "../trials/heads/use-retrained";
import { compareReleases } from "../trials/releases/compare-releases";
import { createRelease } from "../trials/releases/create-release";
import { listReleases } from "../trials/releases/list-releases";
import { promoteRelease } from "../trials/releases/promote-release";
import { proposeRelease } from "../trials/releases/propose-release";
import { rollBack } from "../trials/releases/roll-back";
import { createType } from "../understanding/create-type";
import { listClassifications } from "../understanding/list-classifications";
import { listContradictions } from "./labels/list-contradictions";
import { freezeDataset } from "./training/freeze-dataset";
import { listTrainings } from "./training/list-trainings";
import { recalibrateModels } from "./training/recalibrate-models";
import { startTraining } from "./training/start-training";
import { trainModel } from "./training/train-model";

const CORRECTED = 50;
const FLIPPED_EVERY = 20;

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const { index, close } = await anIndex();
afterAll(close);

const kinds = ["memo", "recipe"] as const satisfies readonly Kind[];
const otherThan = (kind: Kind) => (kind === "memo" ? "recipe" : "memo");

type Taught = { id: string; kind: (typeof kinds)[number]; twin: string; seconds: number };

/** A workspace with fifty corrected documents, and a near twin of each that came after its correction. */
async function aTaughtHouse() {
  const { ctx, add } = await aLearner(index);
  await createType(ctx, { name: "recipe", definition: "How to cook something." });
  const taught: Taught[] = [];
  for (let number = 0; number < CORRECTED; number++) {
    const kind = kinds[number % 2] ?? "memo";
    const text = textOf(kind, number);
    const id = await add(text);
    await correctType(ctx, { id, type: kind });
    const corrected = performance.now();
    const twin = await add(`${text} copy`);
    taught.push({ id, kind, twin, seconds: (performance.now() - corrected) / 1_000 });
  }
  return { ctx, add, taught };
}

let house: Awaited<ReturnType<typeof aTaughtHouse>>;
beforeAll(async () => {
  house = await aTaughtHouse();
});

const job = () => inBackground(house.ctx, undefined, "train-model");

async function finish(id: string) {
  await freezeDataset(job(), { id });
  await trainModel(job(), { id });
  await useRetrained(job(), { id });
  await forgetHeads(job(), {});
}

async function train(): Promise<string> {
  const { id } = await startTraining(house.ctx, {});
  await finish(id);
  return id;
}

async function evaluate(releaseId: string, datasetId: string) {
  const { id } = await startEvaluation(house.ctx, { releaseId, datasetId });
  const background = inBackground(house.ctx, undefined, "evaluate-release");
  let after: string | null = "";
  while (after !== null) after = (await evaluatePart(background, { id, after })).next;
  await endEvaluation(background, { id });
  return getEvaluation(house.ctx, { id });
}

const datasetOf = async (runId: string) =>
  String(
    (await inSql(house.ctx, `select dataset_id from training_runs where id = '${runId}'`))[0]
      ?.dataset_id,
  );
const champion = async () =>
  (await listReleases(house.ctx, {})).items.find(({ roles }) => roles.includes("champion"));

describe("fifty corrected documents", () => {
  test("each teach their near twin, which names the correction within a second of its indexing", async () => {
    const { ctx, taught } = house;
    for (const { id, kind, twin } of taught) {
      const { items } = await listClassifications(ctx, { id: twin });
      expect(items[0]?.type.name).toBe(kind);
      expect(items[0]?.type.like?.[0]).toMatchObject({
        document: { id },
        by: { id: ctx.actor.id },
      });
    }
    const slowest = Math.max(...taught.map(({ seconds }) => seconds));
    expect(slowest).toBeLessThan(10);
  });

  test("teach no longer once they are taken back", async () => {
    const { ctx, add } = house;
    const text = textOf("memo", 400);
    const id = await add(text);
    await correctType(ctx, { id, type: "memo" });
    await withdrawType(ctx, { id });
    const twin = await add(`${text} copy`);
    const { items } = await listClassifications(ctx, { id: twin });
    expect((items[0]?.type.like ?? []).map(({ document }) => document?.id)).not.toContain(id);
  });

  test("of which labels are flipped in one of twenty are found by their contradictions, and no others", async () => {
    const { ctx, taught } = house;
    const flipped = taught.filter((_, at) => at % FLIPPED_EVERY === 0);
    for (const { twin, kind } of flipped)
      await correctType(ctx, { id: twin, type: otherThan(kind) });
    const { items } = await listContradictions(ctx, {});
    const found = items.map(({ one, other }) => [one.id, other.id].sort().join());
    expect(found.toSorted()).toEqual(
      flipped.map(({ id, twin }) => [id, twin].sort().join()).toSorted(),
    );
    for (const { twin } of flipped) await withdrawType(ctx, { id: twin });
    expect((await listContradictions(ctx, {})).items).toEqual([]);
  });
});

describe("two releases that differ in one class", () => {
  test("show that difference, are told apart beyond noise, and need a reason; the way back is one pointer", async () => {
    const { ctx, add, taught } = house;
    // A test set of twenty documents that are no twins, so that chance cannot hide the difference.
    const more: Pick<Taught, "id" | "kind">[] = [];
    for (let number = CORRECTED; number < 2 * CORRECTED; number++) {
      const kind = kinds[number % 2] ?? "memo";
      const id = await add(textOf(kind, number));
      await correctType(ctx, { id, type: kind });
      more.push({ id, kind });
    }
    const run = await train();
    const datasetId = await datasetOf(run);
    // Without examples and the shipped model, so that these models alone decide.
    const good = await createRelease(ctx, { trainingRunId: run, rungs: ["head"] });
    await promoteRelease(ctx, { id: good.id, reason: "It is the first model of ours." });
    const recipes = [...taught, ...more].filter(({ kind }) => kind === "recipe");
    const mistaken = recipes.slice(0, -6);
    for (const { id } of mistaken) await correctType(ctx, { id, type: "memo" });
    const worse = await createRelease(ctx, { trainingRunId: await train() });
    for (const { id } of mistaken) await correctType(ctx, { id, type: "recipe" });

    const { differences } = await compareReleases(ctx, { before: good.id, after: worse.id });
    expect(differences).toMatchObject([{ part: "heads" }]);
    const { metrics } = await evaluate(worse.id, datasetId);
    expect(metrics?.before?.right).toBeGreaterThan(metrics?.right ?? 0);
    expect(metrics?.gain?.high).toBeLessThan(0);
    await expect(promoteRelease(ctx, { id: worse.id })).rejects.toMatchObject({ code: "CONFLICT" });
    await promoteRelease(ctx, { id: worse.id, reason: "The test wants the worse one." });
    const { metrics: better } = await evaluate(good.id, datasetId);
    expect(better?.gain?.low).toBeGreaterThan(0);
    await rollBack(ctx, {});
    expect((await champion())?.id).toBe(good.id);
  });

  test("come of a nightly recalibration, which proposes and promotes nothing", async () => {
    const { ctx, taught } = house;
    const before = await champion();
    for (const { twin, kind } of taught) await correctType(ctx, { id: twin, type: kind });
    const { runIds } = await recalibrateModels(job(), {});
    expect(runIds).toHaveLength(1);
    const nightly = inBackground(ctx, undefined, "run-schedule");
    const made = await proposeRelease(nightly, { trainingRunId: runIds[0] ?? "" });
    expect(await proposeRelease(nightly, { trainingRunId: runIds[0] ?? "" })).toBeNull();
    const first = await evaluateProposed(nightly, { releaseId: made?.id ?? "" });
    expect(await evaluateProposed(nightly, { releaseId: made?.id ?? "" })).toEqual(first);
    expect((await champion())?.id).toBe(before?.id);
    expect(await recalibrateModels(job(), {})).toEqual({ runIds: [] });
    const shown = (await listReleases(ctx, {})).items.find(({ id }) => id === made?.id);
    expect(shown?.parts.heads[0]?.runId).toBe(runIds[0]);
  });
});

describe("a deleted document", () => {
  test("is gone from every dataset, and every file of a model that learned from it is gone once another decides", async () => {
    const { ctx, taught } = house;
    const gone = taught[0]?.id ?? "";
    const models = () => ctx.files.list(`models/${ctx.workspaceId}`);
    const before = await models();
    expect(before.length).toBeGreaterThan(1);
    const old = await champion();
    await trashDocuments(ctx, { ids: [gone] });
    await deleteDocuments(ctx, { ids: [gone] });
    const items = await inSql(ctx, `select 1 from dataset_items where document_id = '${gone}'`);
    expect(items).toEqual([]);

    const leaving = inBackground(ctx, undefined, "remove-leftovers");
    const first = await forgetHeads(leaving, {});
    expect(first.waiting).toBeGreaterThan(0);
    await forgetHeads(leaving, {});
    const open = (await listTrainings(ctx, {})).items.filter(({ state }) => state === "queued");
    expect(open).toHaveLength(1);
    await finish(open[0]?.id ?? "");

    const after = await models();
    expect(before.filter((key) => after.includes(key))).toEqual([]);
    expect(after).toEqual([`models/${ctx.workspaceId}/${open[0]?.id}.head`]);
    expect((await champion())?.parts.heads[0]?.runId).toBe(open[0]?.id);
    await expect(rollBack(ctx, { to: old?.id ?? "" })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await forgetHeads(leaving, {})).toEqual({ removed: 0, waiting: 0 });
  });
});
