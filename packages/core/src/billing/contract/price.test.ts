import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { type Meter, meters } from "../../usage/contract/meters";
import { type PricedPlan, price } from "./price";

const tiers = fc
  .array(
    fc.record({ step: fc.integer({ min: 1, max: 1_000_000 }), unitMicro: fc.nat(5_000_000) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((steps) => {
    let upTo = 0;
    return steps.map(({ step, unitMicro }, at) => {
      upTo += step;
      return { upTo: at === steps.length - 1 ? null : upTo, unitMicro };
    });
  });
const plan: fc.Arbitrary<PricedPlan> = fc.record({
  currency: fc.constantFrom("EUR", "JPY", "BHD"),
  fixedMicro: fc.nat(2_000_000_000),
  meters: fc.subarray([...meters]).chain((chosen) =>
    fc.tuple(
      ...chosen.map((meter) =>
        fc.record({
          meter: fc.constant(meter),
          per: fc.constantFrom(1, 1_000, 1024 ** 3),
          tiers,
        }),
      ),
    ),
  ),
});
const usage = fc
  .array(fc.tuple(fc.constantFrom(...meters), fc.nat(2 ** 40)), { maxLength: 7 })
  .map((given) => new Map<Meter, number>(given));

describe("the price of a month", () => {
  test("is the sum of its lines, in whole units of the currency", () => {
    fc.assert(
      fc.property(plan, usage, (given, used) => {
        const { lines, totalMinor } = price(given, used);
        expect(Number.isSafeInteger(totalMinor)).toBe(true);
        for (const { amountMinor } of lines) expect(Number.isSafeInteger(amountMinor)).toBe(true);
        expect(lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(totalMinor);
      }),
    );
  });

  test("never sinks when more is used", () => {
    fc.assert(
      fc.property(
        plan,
        usage,
        fc.constantFrom(...meters),
        fc.nat(2 ** 30),
        (given, used, meter, more) => {
          const other = new Map(used).set(meter, (used.get(meter) ?? 0) + more);
          expect(price(given, other).totalMinor).toBeGreaterThanOrEqual(
            price(given, used).totalMinor,
          );
        },
      ),
    );
  });

  test("puts all of a quantity into tiers, and none of it twice", () => {
    fc.assert(
      fc.property(plan, usage, (given, used) => {
        for (const { meter, quantity, parts } of price(given, used).lines)
          expect(parts.reduce((sum, part) => sum + part.quantity, 0)).toBe(
            meter === null ? 1 : quantity,
          );
      }),
    );
  });

  test("is 29 euros and 4.50 for 1,450 pages, of which 1,000 are free", () => {
    const team: PricedPlan = {
      currency: "EUR",
      fixedMicro: 29_000_000,
      meters: [
        {
          meter: "pages",
          per: 1,
          tiers: [
            { upTo: 1_000, unitMicro: 0 },
            { upTo: null, unitMicro: 10_000 },
          ],
        },
        { meter: "storage", per: 1024 ** 3, tiers: [{ upTo: null, unitMicro: 20_000 }] },
      ],
    };
    const { lines, totalMinor } = price(
      team,
      new Map([
        ["pages", 1_450],
        ["storage", 5 * 1024 ** 3 + 1],
      ]),
    );
    expect(lines.map(({ meter, amountMinor }) => [meter, amountMinor])).toEqual([
      [null, 2_900],
      ["pages", 450],
      ["storage", 10],
    ]);
    expect(totalMinor).toBe(3_360);
  });

  test("refuses quantities that are none", () => {
    const given: PricedPlan = {
      currency: "EUR",
      fixedMicro: 0,
      meters: [{ meter: "pages", per: 1, tiers: [{ upTo: null, unitMicro: 1 }] }],
    };
    expect(() => price(given, new Map([["pages", -1]]))).toThrow(RangeError);
    expect(() => price(given, new Map([["pages", 0.5]]))).toThrow(RangeError);
  });
});
