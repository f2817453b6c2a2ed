import { describe, expect, test } from "vitest";

import { costOf, type Price, priceList } from "./cost-of";
import { usageOf } from "./usage";

const row: Price = {
  server: "https://models.example/v1",
  model: "tern",
  from: "2030-01-01",
  until: "2030-07-01",
  currency: "USD",
  input: 1,
  cachedInput: 0.05,
  cacheWrite: null,
  output: 5,
  longContext: { above: 1_000, input: 2, output: 1.5 },
  source: "an invention",
  readOn: "2030-01-01",
};
const tokens = { input: 1_000, cached: 0, written: 0, output: 100 };
const at = new Date("2030-06-30T23:59:00Z");

function usd(usage: Partial<typeof tokens>, call: Partial<Parameters<typeof costOf>[1]> = {}) {
  const given = { server: "https://models.example/v1/", model: "tern", at, prices: [row], ...call };
  return costOf({ ...tokens, ...usage }, given).usd;
}

describe("costOf", () => {
  test("counts each kind of token at its own price", () => {
    expect(usd({})).toBeCloseTo(0.0015, 12);
    expect(usd({ cached: 600 })).toBeCloseTo((400 + 600 * 0.05 + 500) / 1e6, 12);
  });

  test("takes the whole call at the price of a long one from one token above the limit", () => {
    expect(usd({ input: 1_001, output: 0, cached: 1 })).toBeCloseTo((1_000 + 0.05) * 2e-6, 12);
    expect(usd({ input: 1_001 })).toBeCloseTo((1_001 * 2 + 100 * 5 * 1.5) / 1e6, 12);
  });

  test.each([
    ["the model is another", { model: "tern-pro" }],
    ["the server is another", { server: "https://proxy.example/v1" }],
    ["the price has ended", { at: new Date("2030-07-01T00:00:00Z") }],
    ["the price has not begun", { at: new Date("2029-12-31T23:59:00Z") }],
    ["the price is in other money", { prices: [{ ...row, currency: "EUR" }] }],
  ])("knows no price when %s", (_, call) => {
    expect(usd({}, call)).toBeNull();
  });

  test("knows no price when one part of it is not known, unless that part was not used", () => {
    expect(usd({ written: 1 })).toBeNull();
    expect(usd({ written: 0 })).not.toBeNull();
  });

  test("takes the newest of the rows that hold, and a snapshot's at its family's price", () => {
    const raised = { ...row, from: "2030-06-01", input: 2 };
    const call = { prices: [row, raised], model: "tern-2030-05-05" };
    expect(usd({ output: 0 }, call)).toBeCloseTo(0.002, 12);
    expect(usd({ output: 0 }, { ...call, at: new Date("2030-05-31") })).toBeCloseTo(0.001, 12);
  });

  test("does not know what uncounted tokens cost", () => {
    const call = { server: row.server, model: "tern", at, prices: [row] };
    expect(costOf(null, call)).toEqual({ inputTokens: 0, outputTokens: 0, usd: null });
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
    ).toEqual({ input: 10, cached: 4, written: 3, output: 2 });
  });

  test.each([null, undefined, {}, { input_token_details: {} }, { input_tokens: "9" }])(
    "is null where nothing was counted: %j",
    (reported) => {
      expect(usageOf(reported)).toBeNull();
    },
  );
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
