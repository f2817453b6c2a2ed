import { createHash } from "node:crypto";
import { afterAll, describe, expect, test, vi } from "vitest";

import { aColleague, announced, auditOf, inBackground } from "../../../test/contexts";
import { anIndex } from "../../../test/documents";
import { aLearner, inSql, type Kind, textOf } from "../../../test/models/learning";
import type { WorkspaceContext } from "../../context";
import { correctType } from "../../documents/correct-type";
import { deleteDocuments } from "../../documents/delete-documents";
import { trashDocuments } from "../../documents/trash-documents";
import { createRelease } from "../../trials/releases/create-release";
import { listReleases } from "../../trials/releases/list-releases";
import { promoteRelease } from "../../trials/releases/promote-release";
import { createType } from "../../understanding/create-type";
import { listClassifications } from "../../understanding/list-classifications";
import { getReadiness } from "../labels/get-readiness";
import { freezeDataset } from "./freeze-dataset";
import { listTrainings } from "./list-trainings";
import { recordTraining } from "./record-training";
import { startTraining } from "./start-training";
import { trainModel } from "./train-model";

const { index, close } = await anIndex();
afterAll(close);

/** A workspace with labels takes some seconds to make, and longer where other tests run beside it. */
vi.setConfig({ testTimeout: 180_000 });

const kinds = ["memo", "recipe"] as const satisfies readonly Kind[];

/** A workspace with this many labels of each of two types. */
async function aTaughtWorkspace(perType: number) {
  const learner = await aLearner(index);
  const { ctx, add } = learner;
  await createType(ctx, { name: "recipe", definition: "How to cook something." });
  const ids: string[] = [];
  for (let number = 0; number < perType; number++)
    for (const kind of kinds) {
      const id = await add(textOf(kind, number));
      await correctType(ctx, { id, type: kind });
      ids.push(id);
    }
  return { ...learner, ids };
}

async function train(ctx: WorkspaceContext) {
  const { id } = await startTraining(ctx, {});
  const job = inBackground(ctx, undefined, "train-model");
  await freezeDataset(job, { id });
  await trainModel(job, { id });
  const { items } = await listTrainings(ctx, {});
  const run = items.find((each) => each.id === id);
  if (!run) throw new Error("The run is not listed");
  return run;
}

/** Makes the model of a training part of the release that decides. */
async function promote(ctx: WorkspaceContext, trainingRunId: string) {
  const { id } = await createRelease(ctx, { trainingRunId });
  await promoteRelease(ctx, { id, reason: "The test wants it." });
}

describe("a training", () => {
  test("learns from labels, keeps a file with its sha256, and shows its figures", async () => {
    const { ctx } = await aTaughtWorkspace(5);
    const run = await train(ctx);

    expect(run).toMatchObject({ state: "done", problems: [], projectId: null });
    expect(run.metrics?.classes).toEqual(["memo", "recipe"]);
    expect(run.metrics?.labels).toBe(10);
    expect(run.metrics?.grouped.value).toBe(1);
    expect(run.metrics?.curve.length).toBeGreaterThan(2);
    const bytes = await ctx.files.read(`models/${ctx.workspaceId}/${run.id}.head`);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(run.sha256);
    expect((await auditOf(ctx)).map(({ operation }) => operation)).toContain(
      "models.record-training",
    );
    expect(
      (await announced(ctx)).filter(({ name }) => name === "model/training-asked"),
    ).toHaveLength(1);
  });

  test("changes nothing if its steps run twice, and makes the same file from the same labels", async () => {
    const { ctx } = await aTaughtWorkspace(5);
    const run = await train(ctx);
    const job = inBackground(ctx, undefined, "train-model");

    expect(await freezeDataset(job, { id: run.id })).toBeNull();
    expect(await trainModel(job, { id: run.id })).toEqual({ state: "done" });
    await recordTraining(job, { id: run.id, outcome: "failed", problem: "late" });
    expect((await listTrainings(ctx, {})).items).toEqual([run]);
    expect((await train(ctx)).sha256).toBe(run.sha256);
  });

  test("refuses with what is missing, and runs once at a time", async () => {
    const { ctx, add } = await aLearner(index);
    for (const number of [1, 2, 3])
      await correctType(ctx, { id: await add(textOf("memo", number)), type: "memo" });

    expect(await train(ctx)).toMatchObject({
      state: "refused",
      metrics: null,
      problems: [
        { problem: "one-class", needed: 2, found: 0 },
        { problem: "few-labels", type: "memo", needed: 5, found: 3 },
      ],
    });
    expect(await getReadiness(ctx, {})).toMatchObject({
      types: [{ type: "memo", labels: 3, different: 3, missing: 2 }],
      isReady: false,
      newLabels: 0,
    });
    await startTraining(ctx, {});
    await expect(startTraining(ctx, {})).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("is for owners and admins", async () => {
    const { ctx } = await aLearner(index);
    const member = await aColleague(ctx);
    await expect(startTraining(member, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("forgets a deleted document: it leaves every dataset", async () => {
    const { ctx, ids } = await aTaughtWorkspace(5);
    const run = await train(ctx);
    const [gone = ""] = ids;
    const items = () =>
      inSql(ctx, "select document_id from dataset_items order by 1").then((rows) => rows.length);
    expect(await items()).toBe(10);
    await trashDocuments(ctx, { ids: [gone] });
    await deleteDocuments(ctx, { ids: [gone] });

    expect(await items()).toBe(9);
    expect(JSON.stringify(run)).not.toContain(gone);
  });
});

describe("the champion's model", () => {
  test("says the type of a document that is no twin; if its file was changed, the release before decides again", async () => {
    const { ctx, add } = await aTaughtWorkspace(10);
    await promote(ctx, (await train(ctx)).id);
    const id = await add(textOf("recipe", 51));
    const { items } = await listClassifications(ctx, { id });

    expect(items[0]?.type).toMatchObject({ name: "recipe", isLearned: true });

    const broken = await train(ctx);
    await promote(ctx, broken.id);
    await ctx.files.write(`models/${ctx.workspaceId}/${broken.id}.head`, Buffer.from("not it"));
    const other = await add(`${textOf("recipe", 51)} again`);
    const later = await listClassifications(ctx, { id: other });

    expect(later.items[0]?.type).toMatchObject({ name: "recipe", isLearned: true });
    const { changes } = await listReleases(ctx, {});
    expect(changes[0]).toMatchObject({ kind: "fell-back" });
  });
});
