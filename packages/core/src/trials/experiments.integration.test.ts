import { afterAll, describe, expect, test } from "vitest";

import { aContext, announced, inBackground } from "../../test/contexts";
import { anIndex } from "../../test/documents";
import { aGuess, aSeenDocument, aTraining, deciding, sql } from "../../test/models/releases";
import { confirmType } from "../documents/confirm-type";
import { correctType } from "../documents/correct-type";
import { getDocument } from "../documents/get-document";
import { listToReview } from "../documents/review/list-to-review";
import { getExperiment } from "./experiments/get-experiment";
import { lookAtExperiment } from "./experiments/look-at-experiment";
import { shadowDocument } from "./experiments/shadow-document";
import { startExperiment } from "./experiments/start-experiment";
import { stopExperiment } from "./experiments/stop-experiment";
import { createRelease } from "./releases/create-release";
import { listReleases } from "./releases/list-releases";

const { index, close } = await anIndex();
afterAll(close);

async function anOwner() {
  const owner = await aContext({ role: "owner", index, ai: deciding });
  await aSeenDocument(owner, aGuess("invoice", 0.9));
  return owner;
}
type Owner = Awaited<ReturnType<typeof anOwner>>;

const shadowing = (owner: Owner) => ({
  ...inBackground(owner, undefined, "shadow-document"),
  ai: owner.ai,
  files: owner.files,
});
const look = (owner: Owner) => lookAtExperiment(inBackground(owner, undefined, "run-schedule"), {});

/** A document of which the two releases say other things: the strict one leaves it open. */
async function aDisputed(owner: Owner) {
  const { id } = await aSeenDocument(owner, aGuess("invoice", 0.6));
  await shadowDocument(shadowing(owner), { documentId: id });
  return id;
}

async function champion(owner: Owner) {
  const { items } = await listReleases(owner, {});
  return items.find(({ roles }) => roles.includes("champion"))?.number;
}

describe("a shadow", () => {
  test("sends the documents on which it disagrees to the people who review, until it ends", async () => {
    const owner = await anOwner();
    const { id: releaseId } = await createRelease(owner, { thresholds: { invoice: 0.8 } });
    const { id: experiment } = await startExperiment(owner, { releaseId });
    const disputed = await aDisputed(owner);
    const agreed = await aSeenDocument(owner, aGuess("invoice", 0.95));
    await shadowDocument(shadowing(owner), { documentId: agreed.id });

    const queue = async () => (await listToReview(owner, { reason: "disputed" })).items;
    expect(await queue()).toMatchObject([
      { id: disputed, dispute: { champion: "invoice", challenger: null } },
    ]);
    const [second] = [await aDisputed(owner)];
    await correctType(owner, { id: disputed, type: "receipt" });
    expect((await queue()).map(({ id }) => id)).toEqual([second]);
    await stopExperiment(owner, { id: experiment });
    expect(await queue()).toEqual([]);
  });

  test("reads each document that is ready beside the champion, and changes none", async () => {
    const owner = await anOwner();
    const { id: releaseId } = await createRelease(owner, { thresholds: { invoice: 0.8 } });
    const { id } = await startExperiment(owner, { releaseId });
    const document = await aDisputed(owner);
    await shadowDocument(shadowing(owner), { documentId: document });

    const { now, disagreements } = await getExperiment(owner, { id });
    expect(now).toMatchObject({ kind: "shadow", documents: 1, disagreed: 1, judged: 0 });
    expect(disagreements).toMatchObject([
      { documentId: document, champion: "invoice", challenger: null, isJudged: false },
    ]);
    expect(await getDocument(owner, { id: document })).toMatchObject({ type: "invoice" });
    expect(
      (await announced(owner)).filter(({ name }) => name === "document/shadow-asked"),
    ).toHaveLength(1);
  });

  test("ends for the release that alone says what people say, and promotes it if so wished", async () => {
    const owner = await anOwner();
    const lax = await createRelease(owner, { thresholds: { invoice: 0.8 } });
    const { id } = await startExperiment(owner, { releaseId: lax.id, promotesItself: true });
    for (let each = 0; each < 7; each++)
      await confirmType(owner, { id: await aDisputed(owner), type: "invoice" });
    expect(await look(owner)).toEqual({ ended: null });
    await confirmType(owner, { id: await aDisputed(owner), type: "invoice" });

    expect(await look(owner)).toEqual({ ended: id });
    expect(await look(owner)).toEqual({ ended: null });

    const ended = await getExperiment(owner, { id });
    expect(ended).toMatchObject({ state: "decided", decision: "champion" });
    expect(ended.looks.map(({ number }) => number)).toEqual([1, 2]);
    expect(await champion(owner)).toBe(1);
    const [counted] = await sql(`
      select count(*) filter (where s.champion_type = l.value and s.challenger_type is distinct from l.value)::int as alone
        from shadow_results s join labels l on l.document_id = s.document_id and l.field = 'type'
                              and l.superseded_by_id is null and l.withdrawn_at is null
       where s.experiment_id = '${id}'`);
    expect(ended.now).toMatchObject({ championAlone: counted?.alone, challengerAlone: 0 });
  });

  test("leaves no look where nothing was counted anew", async () => {
    const owner = await anOwner();
    const { id: releaseId } = await createRelease(owner, { thresholds: { invoice: 0.8 } });
    const { id } = await startExperiment(owner, { releaseId });
    for (let each = 0; each < 3; each++) await look(owner);
    expect((await getExperiment(owner, { id })).looks).toHaveLength(1);
  });

  test("whose challenger cannot be used ends at its limit, and the champion stays", async () => {
    const owner = await anOwner();
    const training = await aTraining(owner);
    const { id: releaseId } = await createRelease(owner, { trainingRunId: training.id });
    const { id } = await startExperiment(owner, { releaseId });
    await owner.files.remove(training.artefactKey);
    for (let each = 0; each < 5; each++) await aDisputed(owner);

    expect(await look(owner)).toEqual({ ended: id });
    const ended = await getExperiment(owner, { id });
    expect(ended).toMatchObject({
      state: "failed",
      decision: "champion",
      now: { documents: 5, failed: 5 },
    });
    expect(await champion(owner)).toBe(1);
  });
});

describe("an A/B test", () => {
  test("lets the challenger decide for its share, the same for documents that differ in figures", async () => {
    const owner = await anOwner();
    const { id: releaseId } = await createRelease(owner, { thresholds: { invoice: 0.8 } });
    const { id } = await startExperiment(owner, { releaseId, kind: "ab", share: 0.5 });
    for (const letter of "abcdefgh")
      for (const figure of [1, 2])
        await aSeenDocument(owner, aGuess("invoice", 0.6), `${letter} bill of ${figure} euros`);

    const units = await sql<{ arm: string; cluster: string; type: string | null }>(
      `select arm, cluster, type from experiment_units where experiment_id = '${id}'`,
    );
    expect(units).toHaveLength(16);
    for (const own of Map.groupBy(units, ({ cluster }) => cluster).values())
      expect(new Set(own.map(({ arm }) => arm)).size).toBe(1);
    for (const { arm, type } of units) expect(type).toBe(arm === "champion" ? "invoice" : null);
    const { now } = await getExperiment(owner, { id });
    const shown = now.kind === "arms" ? now.arms : [];
    expect(shown.reduce((sum, { clusters }) => sum + clusters, 0)).toBe(8);
  });

  test("counts corrections of answers, with coverage", async () => {
    const owner = await anOwner();
    const { id: releaseId } = await createRelease(owner, { thresholds: { invoice: 0.5 } });
    const { id } = await startExperiment(owner, { releaseId, kind: "ab", share: 0.99 });
    const [one, other] = [
      await aSeenDocument(owner, aGuess("invoice", 0.9)),
      await aSeenDocument(owner, aGuess("invoice", 0.4)),
    ];
    await correctType(owner, { id: one.id, type: "memo" });
    await correctType(owner, { id: other.id, type: "memo" });

    const { now } = await getExperiment(owner, { id });
    const arms = now.kind === "arms" ? now.arms : [];
    expect(arms.reduce((sum, { documents }) => sum + documents, 0)).toBe(2);
    const challenger = arms.find(({ arm }) => arm === "challenger");
    expect(challenger).toMatchObject({ answered: 1, overridden: 1, measured: 1, overrideSum: 1 });
  });

  test("goes back to the champion at once if the challenger fails, and keeps what was measured", async () => {
    const owner = await anOwner();
    const training = await aTraining(owner);
    const { id: releaseId } = await createRelease(owner, { trainingRunId: training.id });
    const { id } = await startExperiment(owner, { releaseId, kind: "ab", share: 0.99 });
    await owner.files.write(training.artefactKey, Buffer.from("changed"));
    for (let each = 0; each < 3; each++) await aSeenDocument(owner, aGuess("invoice", 0.9));

    const ended = await getExperiment(owner, { id });
    expect(ended).toMatchObject({ state: "failed", decision: "champion" });
    expect(ended.reason).toContain(training.id);
    expect(await champion(owner)).toBe(1);
    const units = await sql(
      `select failure from experiment_units where experiment_id = '${id}' and failure is not null`,
    );
    expect(units.length).toBeGreaterThan(0);
  });
});

test("one experiment runs at a time, and can be stopped", async () => {
  const owner = await anOwner();
  const { id: releaseId } = await createRelease(owner, { thresholds: { invoice: 0.8 } });
  const { id } = await startExperiment(owner, { releaseId });
  await expect(startExperiment(owner, { releaseId })).rejects.toMatchObject({ code: "CONFLICT" });

  await stopExperiment(owner, { id, reason: "Enough." });
  await expect(stopExperiment(owner, { id })).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await startExperiment(owner, { releaseId, kind: "canary" })).toMatchObject({ share: 0.1 });
});
