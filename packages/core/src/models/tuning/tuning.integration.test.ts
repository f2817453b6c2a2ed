import { exportTuning as toFiles } from "@besunny/ai/hosted/export-tuning";
import { createChokePoint } from "@besunny/ai/outside/choke-point";
import { noLedger } from "@besunny/ai/outside/ledger";
import { createOpenAiTuning } from "@besunny/ai/outside/openai-tuning";
import { redactTexts } from "@besunny/ai/redaction/redact-texts";
import { anOpenAiDouble } from "@besunny/ai/test/openai-double/openai-double";
import { aScope } from "@besunny/ai/test/outside";
import { afterAll, beforeAll, expect, test } from "vitest";

import { aColleague, aContext, announced, inBackground } from "../../../test/contexts";
import { anIndex, aReadyDocument } from "../../../test/documents";
import { deciding } from "../../../test/models/releases";
import { correctType } from "../../documents/correct-type";
import { changePolicy } from "../../redaction/change-policy";
import { usualPolicy } from "../../redaction/contract/policy";
import { freezeDataset } from "../training/freeze-dataset";
import { agreeToTuning } from "./agree-to-tuning";
import { beginTuning } from "./begin-tuning";
import { estimateTuning } from "./estimate-tuning";
import { exportTuning } from "./export-tuning";
import { getTuning } from "./get-tuning";
import { startTuning } from "./start-tuning";
import { stopTuning } from "./stop-tuning";
import { watchTuning } from "./watch-tuning";

const { index, close } = await anIndex();
const double = await anOpenAiDouble([{ id: "tern-1", shutdown_date: "2027-06-01" }]);
afterAll(async () => {
  await close();
  await double.close();
});

const tuning = () =>
  createOpenAiTuning({
    connection: { apiKey: "sk-test", baseUrl: double.baseUrl },
    chokePoint: createChokePoint({ ledger: noLedger }),
    scope: aScope,
    model: "tern-1",
    usdPerMillion: 25,
    twoPeopleFromMicro: 1,
  });

async function aWorkspace() {
  const owner = await aContext({
    role: "owner",
    index,
    ai: {
      ...deciding,
      tuning,
      exportTuning: async (examples, now) => toFiles(examples, now),
      redact: async ({ texts, actions }) => ({ ...redactTexts(texts, [], actions), problems: [] }),
    },
  });
  const ids: string[] = [];
  for (let number = 0; number < 12; number++) {
    const { id } = await aReadyDocument(owner, `Paper ${number} of the workspace.`);
    await correctType(owner, { id, type: number % 2 === 0 ? "invoice" : "memo" });
    ids.push(id);
  }
  return { owner, ids };
}

let house: Awaited<ReturnType<typeof aWorkspace>>;
beforeAll(async () => {
  house = await aWorkspace();
}, 120_000);

test("is off without a model, and says so", async () => {
  const { actor, ...rest } = house.owner;
  const off = { ...rest, actor, ai: { ...house.owner.ai, tuning: () => null } };
  expect((await getTuning(off, {})).offered).toBeNull();
  await expect(estimateTuning(off, {})).rejects.toMatchObject({ code: "CONFLICT" });
});

test("starts at the price that was seen once two people agreed, sends the labels once, and names the model that came of it", async () => {
  const { owner } = house;
  const estimate = await estimateTuning(owner, {});
  expect(estimate).toMatchObject({ examples: 12, shutdownDate: "2027-06-01", peopleNeeded: 2 });
  await expect(startTuning(owner, { costMicro: 1 })).rejects.toMatchObject({ code: "CONFLICT" });

  const { id, state } = await startTuning(owner, { costMicro: estimate.costMicro });
  expect(state).toBe("waiting");
  await expect(agreeToTuning(owner, { id })).rejects.toMatchObject({ code: "CONFLICT" });
  expect((await announced(owner)).filter(({ name }) => name === "model/tuning-asked")).toEqual([]);
  const other = await aColleague(owner, { role: "admin" });
  expect((await agreeToTuning(other, { id })).state).toBe("queued");
  expect((await announced(owner)).filter(({ name }) => name === "model/tuning-asked")).toHaveLength(
    1,
  );

  const job = inBackground(owner, undefined, "tune-model");
  await freezeDataset(job, { id });
  await beginTuning(job, { id });
  await beginTuning(job, { id });
  expect(
    double.received.filter(({ path, method }) => path.endsWith("/jobs") && method === "POST"),
  ).toHaveLength(1);
  let isOver = false;
  for (let look = 0; look < 100 && !isOver; look++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    ({ isOver } = await watchTuning(job, { id }));
  }
  await watchTuning(job, { id });
  const [run] = (await getTuning(owner, {})).items;
  expect(run).toMatchObject({ id, state: "done", problem: null });
  expect(run?.tuned).toContain("tern-1");
  expect(run?.costMicro).toBe((run?.trainedTokens ?? 0) * 25);
  expect(run?.agreed).toHaveLength(2);
});

test("is stopped before it begins, and at the provider after it began", async () => {
  const { owner } = house;
  const { costMicro } = await estimateTuning(owner, {});
  const early = await startTuning(owner, { costMicro });
  expect((await stopTuning(owner, { id: early.id })).state).toBe("cancelled");

  const { id } = await startTuning(owner, { costMicro });
  await agreeToTuning(await aColleague(owner, { role: "admin" }), { id });
  const job = inBackground(owner, undefined, "tune-model");
  await freezeDataset(job, { id });
  await beginTuning(job, { id });
  expect((await stopTuning(owner, { id })).isStopping).toBe(true);
  expect(await watchTuning(job, { id })).toEqual({ isOver: true });
  const [run] = (await getTuning(owner, {})).items;
  expect(["cancelled", "done"]).toContain(run?.state);
});

test("leaves out documents that are never sent, in the files too", async () => {
  const { owner } = house;
  expect((await exportTuning(owner, {})).examples).toBe(12);
  await changePolicy(owner, { ...usualPolicy, neverTypes: ["memo"] });
  const { examples, jsonl, manifest } = await exportTuning(owner, {});
  expect(examples).toBe(6);
  expect(jsonl.split("\n")).toHaveLength(6);
  expect(JSON.parse(manifest)).toMatchObject({ types: [{ type: "invoice", count: 6 }] });
  expect((await estimateTuning(owner, {})).examples).toBe(6);
});

test("is for owners and admins", async () => {
  const member = await aColleague(house.owner);
  await expect(getTuning(member, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
});
