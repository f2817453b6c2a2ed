import { afterAll, describe, expect, test } from "vitest";

import { aContext, inBackground } from "../../test/contexts";
import { anIndex } from "../../test/documents";
import { aDataset, aGuess, aSeenDocument, deciding, sql } from "../../test/models/releases";
import { correctType } from "../documents/correct-type";
import { deleteDocuments } from "../documents/delete-documents";
import { trashDocuments } from "../documents/trash-documents";
import { listNotices } from "../notifications/list-notices";
import { endEvaluation } from "./evaluations/end-evaluation";
import { evaluateHosted } from "./evaluations/evaluate-hosted";
import { evaluatePart } from "./evaluations/evaluate-part";
import { getEvaluation } from "./evaluations/get-evaluation";
import { startEvaluation } from "./evaluations/start-evaluation";
import { createRelease } from "./releases/create-release";
import { listReleases } from "./releases/list-releases";
import { promoteRelease } from "./releases/promote-release";

const { index, close } = await anIndex();
afterAll(close);

/** A workspace with documents of which the shipped model takes half of the receipts for invoices, and a frozen dataset of them. */
async function aFrozenSet({ wrong = 4, right = 6 } = {}) {
  const owner = await aContext({ role: "owner", index, ai: deciding });
  const items: { documentId: string; label: string }[] = [];
  for (let each = 0; each < right; each++) {
    const { id } = await aSeenDocument(owner, aGuess("invoice", 0.9));
    items.push({ documentId: id, label: "invoice" });
  }
  for (let each = 0; each < wrong; each++) {
    const { id } = await aSeenDocument(owner, aGuess("invoice", 0.6));
    items.push({ documentId: id, label: "receipt" });
  }
  const datasetId = await aDataset(owner, items);
  return { owner, datasetId, items };
}

type Owner = Awaited<ReturnType<typeof aFrozenSet>>["owner"];

async function evaluate(owner: Owner, given: { releaseId: string; datasetId: string }) {
  const { id } = await startEvaluation(owner, given);
  const job = inBackground(owner, undefined, "evaluate-release");
  const background = { ...job, ai: owner.ai, files: owner.files };
  let after: string | null = "";
  while (after !== null) {
    const from: string = after;
    after = (await evaluatePart(background, { id, after: from })).next;
    // A step that died after its work runs again.
    await evaluatePart(background, { id, after: from });
  }
  await endEvaluation(background, { id });
  await endEvaluation(background, { id });
  return getEvaluation(owner, { id });
}

describe("a hosted model that decides", () => {
  test("is evaluated once a month, and admins hear of it where it does worse", async () => {
    const { owner, datasetId } = await aFrozenSet({ wrong: 0, right: 12 });
    const job = inBackground(owner, undefined, "run-schedule");
    expect(await evaluateHosted(job, {})).toBeNull();
    const { id: releaseId } = await createRelease(owner, { thresholds: { invoice: 0.5 } });
    await promoteRelease(owner, { id: releaseId, reason: "The test wants it." });
    expect(await evaluateHosted(job, {})).toBeNull();

    const provider = '{"server": "api", "model": "m", "shutdownDate": null}';
    await sql(`alter table releases disable trigger user;
      update releases set parts = jsonb_set(parts, '{provider}', '${provider}') where id = '${releaseId}';
      alter table releases enable trigger user`);
    const first = await evaluateHosted(job, {});
    expect(first).not.toBeNull();
    expect(await evaluateHosted(job, {})).toBeNull();
    const later = { ...job, clock: () => new Date(Date.now() + 26 * 86_400_000) };
    expect(await evaluateHosted(later, {})).not.toBeNull();

    const heard = async () =>
      (await listNotices(owner, {})).items.filter(({ kind }) => kind === "release").length;
    const told = await heard();
    await evaluate(owner, { releaseId, datasetId });
    await evaluate(owner, { releaseId, datasetId });
    expect(await heard()).toBe(told);
    const { id } = await startEvaluation(owner, { releaseId, datasetId });
    await evaluatePart(
      { ...inBackground(owner, undefined, "evaluate-release"), ai: owner.ai, files: owner.files },
      { id, after: "" },
    );
    await sql(`update evaluation_items set said = 'letter' where evaluation_id = '${id}'`);
    await endEvaluation(inBackground(owner, undefined, "evaluate-release"), { id });
    expect(await heard()).toBe(told + 1);
  });
});

describe("an evaluation", () => {
  test("counts a release beside the one that decides, and lists the documents that change", async () => {
    const { owner, datasetId, items } = await aFrozenSet();
    const { id } = await createRelease(owner, { thresholds: { invoice: 0.8 } });

    const { state, metrics, changed } = await evaluate(owner, { releaseId: id, datasetId });

    expect(state).toBe("done");
    expect(metrics).toMatchObject({
      documents: 10,
      answered: 6,
      right: 6,
      abstention: 0.4,
      precision: { share: 1 },
      before: { answered: 10, right: 6 },
      changed: 4,
      better: 0,
      worse: 0,
      gain: { gain: 0, low: 0, high: 0 },
      costMicro: 0,
      coverageAtPrecision: { coverage: 0.6, threshold: 0.9 },
    });
    expect(changed.map(({ documentId }) => documentId).toSorted()).toEqual(
      items
        .slice(6)
        .map(({ documentId }) => documentId)
        .toSorted(),
    );
    expect(changed[0]).toMatchObject({ before: "invoice", after: null, label: "receipt" });
  });

  test("has figures that SQL counts again from its items", async () => {
    const { owner, datasetId } = await aFrozenSet({ right: 5, wrong: 3 });
    const { id: releaseId } = await createRelease(owner, { thresholds: { "*": 0.7 } });
    const { id, metrics } = await evaluate(owner, { releaseId, datasetId });

    const [counted] = await sql(`
      with bins as (select least(9, floor(confidence * 10)) as bin, count(*) as n, avg(confidence) as c,
                           avg((likeliest = label)::int) as a from evaluation_items
                     where evaluation_id = '${id}' and likeliest is not null group by 1),
      classes as (select name, 2.0 * count(*) filter (where said = name and label = name)
                              / (count(*) filter (where label = name) + count(*) filter (where said = name)) as f1
                    from evaluation_items, (select distinct unnest(array[label, said]) as name from evaluation_items
                                             where evaluation_id = '${id}') as names
                   where evaluation_id = '${id}' and name is not null group by name)
      select count(*)::int as documents, count(said)::int as answered, count(*) filter (where said = label)::int as right,
             count(*) filter (where said is distinct from before_said)::int as changed,
             (select sum(n * abs(c - a)) / sum(n) from bins)::float8 as ece,
             (select avg(f1) from classes)::float8 as f1,
             (avg((said is not distinct from label)::int) - avg((before_said is not distinct from label)::int))::float8 as gain
        from evaluation_items where evaluation_id = '${id}'`);
    expect(counted).toMatchObject({
      documents: metrics?.documents,
      answered: metrics?.answered,
      right: metrics?.right,
      changed: metrics?.changed,
    });
    expect(counted?.ece).toBeCloseTo(metrics?.calibrationError ?? -1, 9);
    expect(counted?.f1).toBeCloseTo(metrics?.macroF1 ?? -1, 9);
    expect(counted?.gain).toBeCloseTo(metrics?.gain?.gain ?? -1, 9);
  });

  test("needs a frozen dataset", async () => {
    const { owner, items } = await aFrozenSet({ right: 1, wrong: 0 });
    const datasetId = await aDataset(owner, items);
    await sql(`update datasets set frozen_at = null where id = '${datasetId}'`);
    const { id: releaseId } = await createRelease(owner, { thresholds: { memo: 0.9 } });
    await expect(startEvaluation(owner, { releaseId, datasetId })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("loses a document that is deleted", async () => {
    const { owner, datasetId, items } = await aFrozenSet({ right: 2, wrong: 1 });
    const { id: releaseId } = await createRelease(owner, { thresholds: { memo: 0.9 } });
    const { id } = await evaluate(owner, { releaseId, datasetId });
    const gone = items[0]?.documentId ?? "";
    await trashDocuments(owner, { ids: [gone] });
    await deleteDocuments(owner, { ids: [gone] });
    const left = await sql(
      `select document_id from evaluation_items where evaluation_id = '${id}'`,
    );
    expect(left).toHaveLength(2);
    const again = await evaluate(owner, { releaseId, datasetId });
    expect(again.metrics?.documents).toBe(2);
  });

  test("does not learn from the documents that it tests", async () => {
    const { owner, datasetId, items } = await aFrozenSet({ right: 1, wrong: 1 });
    for (const { documentId, label } of items)
      await correctType(owner, { id: documentId, type: label });
    const { id: releaseId } = await createRelease(owner, { thresholds: { memo: 0.9 } });
    const { metrics } = await evaluate(owner, { releaseId, datasetId });
    expect(metrics).toMatchObject({ documents: 2, right: 1 });
  });
});

describe("a release that is worse beyond noise", () => {
  test("is promoted with a written reason only, and one that is not worse without", async () => {
    const { owner, datasetId } = await aFrozenSet({ right: 12, wrong: 2 });
    const worse = await createRelease(owner, { thresholds: { invoice: 0.95 } });
    const { metrics } = await evaluate(owner, { releaseId: worse.id, datasetId });
    expect(metrics?.gain?.high).toBeLessThan(0);
    const same = await createRelease(owner, { thresholds: { invoice: 0.8 } });
    await evaluate(owner, { releaseId: same.id, datasetId });

    const needs = (await listReleases(owner, {})).items.map(({ number, needsReason }) => [
      number,
      needsReason,
    ]);
    expect(needs).toEqual([
      [3, false],
      [2, true],
      [1, false],
    ]);
    await expect(promoteRelease(owner, { id: worse.id })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("It is worse than the release that decides now"),
    });
    expect(await promoteRelease(owner, { id: same.id })).toMatchObject({ number: 3 });
  });
});
