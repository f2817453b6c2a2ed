import { afterAll, expect, test } from "vitest";

import { aColleague, aContext, inBackground } from "../../test/contexts";
import { anIndex } from "../../test/documents";
import { aGuess, aSeenDocument, deciding } from "../../test/models/releases";
import type { WorkspaceContext } from "../context";
import { fallBack } from "../models/releases/fall-back";
import { recordTraining } from "../models/training/record-training";
import { startTraining } from "../models/training/start-training";
import { listNotices } from "../notifications/list-notices";
import { recordDrift } from "../quality/drift/record-drift";
import { createRelease } from "./releases/create-release";
import { promoteRelease } from "./releases/promote-release";
import { rollBack } from "./releases/roll-back";

const { index, close } = await anIndex();
afterAll(close);

test("owners and admins hear once of drift, of releases that change, and of trainings that fail; members do not", async () => {
  const owner = await aContext({ role: "owner", index, ai: deciding });
  const member = await aColleague(owner);
  const admin = await aColleague(owner, { role: "admin" });
  const schedule = inBackground(owner, undefined, "run-schedule");
  const kindsFor = async (who: WorkspaceContext) =>
    (await listNotices(who, {})).items
      .map(({ kind, path }) => `${kind} ${path}`)
      .filter((each) => /^(drift|release|training)/.test(each))
      .toSorted();

  const { id } = await startTraining(owner, {});
  const failed = { id, outcome: "failed" as const, problem: "The disk is full" };
  const trainer = inBackground(owner, undefined, "train-model");
  await recordTraining(trainer, failed);
  await recordTraining(trainer, failed);

  const week = new Date("2026-11-16T00:00:00Z");
  const drifted = {
    source: "upload",
    week,
    referenceFrom: week,
    state: "drifted" as const,
    documents: 30,
    referenceDocuments: 96,
    measures: [],
    examples: [],
    estimatedAccuracy: null,
    estimatedOn: 0,
    labelledAccuracy: null,
    labelled: 0,
    looks: 1,
    fingerprint: "one",
  };
  await recordDrift(schedule, drifted);
  await recordDrift(schedule, drifted);

  await aSeenDocument(owner, aGuess("invoice", 0.9));
  const other = await createRelease(owner, { thresholds: { invoice: 0.8 } });
  await promoteRelease(owner, { id: other.id, reason: "The test wants to go back." });
  await rollBack(owner, {});
  const processor = inBackground(owner);
  await fallBack(processor, { id: other.id, problem: "Its file is missing." });
  await fallBack(processor, { id: other.id, problem: "Its file is missing." });

  const told = [
    "drift /settings/data-quality",
    "release /settings/releases",
    "release /settings/releases",
    "training /settings/learning",
  ];
  expect(await kindsFor(owner)).toEqual(told);
  expect(await kindsFor(admin)).toEqual(told);
  expect(await kindsFor(member)).toEqual([]);
});
