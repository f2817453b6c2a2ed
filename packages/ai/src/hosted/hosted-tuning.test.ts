import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anOpenAiDouble, type OpenAiDouble } from "../../test/openai-double/openai-double";
import { aLedger, aScope } from "../../test/outside";
import { createChokePoint } from "../outside/choke-point";
import { createOpenAiTuning } from "../outside/openai-tuning";
import type { Redact } from "../outside/outside-call";
import { OutsideRefused } from "../outside/outside-refused";
import { exportTuning } from "./export-tuning";
import type { TuningProgress } from "./hosted-tuning";

let double: OpenAiDouble;
beforeAll(async () => {
  double = await anOpenAiDouble([{ id: "tern-1", shutdown_date: "2027-06-01" }]);
});
beforeEach(() => double.received.splice(0));
afterAll(() => double.close());

const redact: Redact = async ({ texts }) => ({
  texts: texts.map((each) => each.replaceAll("Ada Planted", "[person 1]")),
  replaced: { person: texts.length },
  restore: (each) => each,
});
const examples = Array.from({ length: 12 }, (_, at) => ({
  text: `Bill ${at} for Ada Planted, to be paid.`,
  type: at % 2 === 0 ? "invoice" : "memo",
}));
const userIds = ["usr_a", "usr_b"];
let number = 0;
const aKey = () => `tra_${Date.now()}_${number++}`;

function aTuning({
  usdPerMillion = 25,
  refuse = (): Error | null => null,
}: {
  usdPerMillion?: number | null;
  refuse?: () => Error | null;
} = {}) {
  const { ledger, opened, ended } = aLedger(refuse);
  const tuning = createOpenAiTuning({
    connection: { apiKey: "sk-test", baseUrl: double.baseUrl },
    chokePoint: createChokePoint({ ledger, redact }),
    scope: aScope,
    model: "tern-1",
    usdPerMillion,
    twoPeopleFromMicro: 1_000,
  });
  return { tuning, opened, ended };
}

const sent = (method: string, path: RegExp) =>
  double.received.filter((each) => each.method === method && path.test(each.path));

describe("a tuning at a provider", () => {
  test("names price, people and end date first, sends no planted name, starts once, and leaves no file", async () => {
    const { tuning, opened, ended } = aTuning();
    const estimate = await tuning.estimate(examples);
    expect(estimate).toMatchObject({ examples: 12, epochs: 3, shutdownDate: "2027-06-01" });
    expect(estimate).toMatchObject({ costMicro: estimate.tokens * 3 * 25, peopleNeeded: 2 });

    const key = aKey();
    const { id } = await tuning.start(examples, { key, userIds });
    expect(double.everyByte()).toContain("[person 1]");
    expect(double.everyByte()).not.toContain("Planted");
    expect(await tuning.start(examples, { key, userIds })).toEqual({ id });
    expect(sent("POST", /\/files$/)).toHaveLength(1);
    expect(sent("POST", /\/jobs$/)).toHaveLength(1);

    let seen: TuningProgress = await tuning.watch(id);
    for (let look = 0; look < 50 && seen.state !== "succeeded"; look++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      seen = await tuning.watch(id);
    }
    expect(seen).toMatchObject({ state: "succeeded", problem: null });
    expect(seen.tuned).toContain("tern-1");
    expect(seen.costMicro).toBe(Math.ceil((seen.trainedTokens ?? 0) * 25));
    expect(sent("DELETE", /\/files\//).length).toBeGreaterThan(0);
    expect((await tuning.watch(id)).state).toBe("succeeded");

    expect(new Set(opened.map(({ kind }) => kind))).toEqual(new Set(["tuning"]));
    const paid = [...ended.values()].filter(({ costMicro }) => costMicro !== 0);
    expect(paid).toMatchObject([
      { state: "ok", costMicro: estimate.costMicro, isEstimated: true, priceId: null },
    ]);
  });

  test("sends nothing if the budget does not allow it", async () => {
    const { tuning } = aTuning({
      refuse: () => new OutsideRefused("budget", "The budget is used up."),
    });
    await expect(tuning.start(examples, { key: aKey(), userIds })).rejects.toThrow("used up");
    expect(double.received).toEqual([]);
  });

  test("needs two people above the limit, and whenever the price is not known", async () => {
    for (const usdPerMillion of [25, null]) {
      const { tuning } = aTuning({ usdPerMillion });
      for (const given of [["usr_a"], ["usr_a", "usr_a"]])
        await expect(tuning.start(examples, { key: aKey(), userIds: given })).rejects.toThrow(
          "Two people",
        );
    }
    const { tuning } = aTuning({ usdPerMillion: 0.001 });
    await expect(tuning.start(examples, { key: aKey(), userIds: [] })).rejects.toThrow("Somebody");
    expect(sent("POST", /\/files$/)).toEqual([]);
    await expect(tuning.start(examples, { key: aKey(), userIds: ["usr_a"] })).resolves.toBeTruthy();
  });

  test("is cancelled with its file, and refused with few examples", async () => {
    const { tuning } = aTuning();
    const { id } = await tuning.start(examples, { key: aKey(), userIds });
    await tuning.cancel(id);
    await tuning.cancel(id);
    expect(sent("DELETE", /\/files\//).length).toBeGreaterThan(0);
    expect((await tuning.watch(id)).state).not.toBe("running");
    await expect(tuning.start(examples.slice(0, 9), { key: aKey(), userIds })).rejects.toThrow(
      "At least 10",
    );
  });
});

test("an export holds a conversation for each example and a manifest", () => {
  const { jsonl, manifest } = exportTuning(examples, new Date(0));
  expect(jsonl.split("\n")).toHaveLength(12);
  expect(manifest).toMatchObject({ examples: 12, types: [{ count: 6 }, { count: 6 }] });
});
