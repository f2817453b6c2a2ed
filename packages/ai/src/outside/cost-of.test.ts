import { describe, expect, test } from "vitest";

import { aPrice } from "../../test/outside";
import { costOf, mostCostOf, type Price, priceList, priceOf } from "./cost-of";
import { noUsage, type Usage, usageOf } from "./usage";

const row = aPrice({
  model: "tern",
  from: "2030-01-01",
  until: "2030-07-01",
  input: 1,
  cachedInput: 0.05,
  cacheWrite: null,
  output: 5,
  longContext: { above: 1_000, input: 2, output: 1.5 },
  tiers: { flex: 0.5 },
});
const tokens = { ...noUsage, input: 1_000, output: 100 };
const at = new Date("2030-06-30T23:59:00Z");
const called = { server: "https://models.example/v1/", model: "tern" };
const micro = (usage: Partial<Usage> = {}, price: Price | null = row) =>
  costOf({ ...tokens, ...usage }, price);

describe("costOf", () => {
  test("counts each kind of token at its own price, in micro-dollars", () => {
    expect(micro()).toBe(1_500);
    expect(micro({ cached: 600 })).toBe(400 + 30 + 500);
  });

  test("rounds up, and not because of what floats cannot say", () => {
    expect(micro({ input: 1, output: 0, cached: 1 })).toBe(1);
    expect(micro({ input: 30, output: 0 }, { ...row, input: 0.1 })).toBe(3);
  });

  test("takes the whole call at the price of a long one from one token above the limit", () => {
    expect(micro({ input: 1_001, output: 0 })).toBe(2_002);
    expect(micro({ input: 1_001 })).toBe(2_002 + 750);
  });

  test("takes a lane at its own factor, and knows none that the row does not name", () => {
    expect(costOf(tokens, row, "batch")).toBe(750);
    expect(costOf(tokens, row, "flex")).toBe(750);
    expect(costOf(tokens, row, "priority")).toBeNull();
  });

  test("knows no price when one part of it is not known, unless that part was not used", () => {
    expect(micro({ written: 1 })).toBeNull();
    expect(micro({ written: 0 })).not.toBeNull();
    expect(micro({}, null)).toBeNull();
  });

  test("is never above the most that the call can cost", () => {
    for (const input of [1, 999, 1_000, 1_001, 5_000])
      for (const cached of [0, 1])
        expect(micro({ input, cached })).toBeLessThanOrEqual(
          mostCostOf({ input, output: 100 }, row) ?? 0,
        );
  });
});

describe("priceOf", () => {
  const found = (rows: Price[], day = at, model = "tern") =>
    priceOf(rows, { ...called, model }, day);

  test.each([
    ["the model is another", [row], at, "tern-pro"],
    ["the server is another", [{ ...row, server: "https://proxy.example/v1" }], at, "tern"],
    ["the price has ended", [row], new Date("2030-07-01T00:00:00Z"), "tern"],
    ["the price has not begun", [row], new Date("2029-12-31T23:59:00Z"), "tern"],
    ["the price is in other money", [{ ...row, currency: "EUR" }], at, "tern"],
  ])("is null when %s", (_, rows, day, model) => {
    expect(found(rows, day, model)).toBeNull();
  });

  test("is the newest of the rows that hold, and a snapshot's is its family's", () => {
    const raised = { ...row, from: "2030-06-01", input: 2 };
    expect(found([raised, row], at, "tern-2030-05-05")?.input).toBe(2);
    expect(found([raised, row], new Date("2030-05-31"), "tern-2030-05-05")?.input).toBe(1);
  });

  test("is the later one of two that begin on one day", () => {
    expect(found([row, { ...row, input: 3 }])?.input).toBe(3);
  });
});

describe("usageOf", () => {
  test("tells the cache's tokens apart", () => {
    expect(
      usageOf({
        input_tokens: 10,
        output_tokens: 2,
        input_token_details: { cache_read: 4, cache_creation: 3 },
      }),
    ).toEqual({ input: 10, cached: 4, written: 3, output: 2, reasoning: 0 });
  });

  test.each([
    null,
    undefined,
    {},
    { input_token_details: {} },
    { input_tokens: "9" },
    { input_tokens: -1 },
    { input_tokens: 1, input_token_details: { cache_read: 2 } },
  ])("is null where nothing was counted, or nothing that can be: %j", (reported) => {
    expect(usageOf(reported)).toBeNull();
  });
});

test("no two rows of the shipped list hold for one model on one day", () => {
  const clashes = priceList.flatMap((one, index) =>
    priceList
      .slice(index + 1)
      .filter(
        (other) =>
          other.server === one.server &&
          other.model === one.model &&
          other.from < (one.until ?? "9999") &&
          one.from < (other.until ?? "9999"),
      ),
  );
  expect(clashes).toEqual([]);
});
