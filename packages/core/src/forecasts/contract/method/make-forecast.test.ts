import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { aSeries, seriesKinds } from "../../../../test/forecasts/made-series";
import { makeForecast } from "./make-forecast";
import { runsOut } from "./runs-out";
import { setAside } from "./set-aside";

const HORIZON = 14;

function forecastOf(values: readonly number[], horizon = HORIZON) {
  return makeForecast({ values, period: 7 }, horizon);
}

function shownOf(values: readonly number[], horizon = HORIZON) {
  const made = forecastOf(values, horizon);
  if (made.state !== "shown") throw new Error(`not shown: ${JSON.stringify(made)}`);
  return made;
}

function pathOf(values: readonly number[]) {
  return shownOf(values).steps.map(({ value }) => value);
}

function errorOf(path: readonly number[], came: readonly number[]): number {
  return path.reduce((sum, value, at) => sum + Math.abs(value - (came[at] ?? 0)), 0) / path.length;
}

describe("a forecast", () => {
  it("is not made of too short a history, and says how much is missing", () => {
    expect(forecastOf(aSeries("weekly", 1, 20))).toEqual({ state: "short", have: 20, needed: 42 });
  });

  it("does not count the time before the first figure", () => {
    expect(forecastOf([...Array(60).fill(0), ...aSeries("weekly", 1, 20)])).toMatchObject({
      state: "short",
      have: 20,
    });
  });

  it("is not shown where every week is the same", () => {
    const same = Array.from({ length: 84 }, (_, day) => [5, 6, 7, 6, 5, 1, 0][day % 7] ?? 0);
    expect(forecastOf(same)).toMatchObject({ state: "repeats", mase: null });
    expect(forecastOf(Array(84).fill(0))).toMatchObject({ state: "short", have: 0 });
  });

  it("is not shown where the same day of last week was better", () => {
    // Each second week is new and the next repeats it: nothing beats repeating often enough.
    const made = Array.from({ length: 12 }, (_, seed) => forecastOf(pairs(seed), 7));
    const refused = made.filter(({ state }) => state === "noBetter");
    expect(refused.length).toBeGreaterThan(0);
    for (const each of refused) expect("mase" in each && (each.mase ?? 0) >= 1).toBe(true);
    for (const each of made) if (each.state === "shown") expect(each.mase).toBeLessThan(1);
  });

  it("is made the same twice", () => {
    const values = aSeries("trend", 3, 120);
    expect(forecastOf(values)).toEqual(forecastOf(values));
  });

  it("is hardly moved by a strike week", () => {
    const errors = { struck: 0, undisturbed: 0 };
    for (const [seed, ago] of [7, 14, 21, 35].entries()) {
      const usual = aSeries("weekly", 7 + seed, 126 + HORIZON);
      const came = usual.slice(126);
      const struck = usual
        .slice(0, 126)
        .map((value, day) => (day >= 126 - ago - 7 && day < 126 - ago ? 0 : value));
      errors.struck += errorOf(pathOf(struck), came) / 4;
      errors.undisturbed += errorOf(pathOf(usual.slice(0, 126)), came) / 4;
    }
    expect(errors.struck).toBeLessThan(1.1 * errors.undisturbed);
  });

  it("follows a lasting change of level", () => {
    const values = aSeries("weekly", 5, 140).map((value, day) => (day < 98 ? value : 3 * value));
    const { steps } = shownOf(values);
    const week = steps.slice(0, 7).reduce((sum, { value }) => sum + value, 0);
    const last = values.slice(-14).reduce((sum, value) => sum + value, 0) / 2;
    expect(week / last).toBeGreaterThan(0.8);
    expect(week / last).toBeLessThan(1.2);
  });

  it("holds about nine of ten figures that nobody had seen", () => {
    let inside = 0;
    let figures = 0;
    for (const kind of seriesKinds)
      for (let seed = 100; seed < 106; seed += 1) {
        const values = aSeries(kind, seed, 126 + HORIZON);
        const made = forecastOf(values.slice(0, 126));
        if (made.state !== "shown") continue;
        made.steps.forEach(({ low, high }, at) => {
          const came = values[126 + at] ?? 0;
          figures += 1;
          if (came >= low && came <= high) inside += 1;
        });
      }
    expect(figures).toBeGreaterThan(300);
    expect(inside / figures).toBeGreaterThan(0.84);
    expect(inside / figures).toBeLessThan(0.97);
  });

  it("is never below zero, nor outside of its own interval, for any series", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 16, maxLength: 70 }), (values) => {
        const made = forecastOf(values, 7);
        if (made.state !== "shown") return;
        for (const { value, low, high } of [...made.steps, ...made.sums])
          expect(low >= 0 && low <= value && value <= high && Number.isFinite(high)).toBe(true);
        expect(made.mase).toBeLessThan(1);
        expect(made.folds).toBeGreaterThanOrEqual(6);
      }),
      { numRuns: 20 },
    );
  });
});

describe("unusual figures", () => {
  it("are set aside when they passed, and kept while they last", () => {
    const values = Array.from({ length: 84 }, (_, day) => 100 + (day % 7) * 5 + (day % 3));
    const passed = values.map((value, day) => (day >= 60 && day < 65 ? 0 : value));
    expect(setAside({ values: passed, period: 7 }).places).toEqual([60, 61, 62, 63, 64]);
    const lasting = values.map((value, day) => (day >= 80 ? 0 : value));
    expect(setAside({ values: lasting, period: 7 }).places).toEqual([]);
  });
});

describe("what runs out", () => {
  const steps = [10, 20, 30, 40].map((value) => ({ value, low: value - 6, high: value + 6 }));

  it("runs out on a step, at the earliest and at the latest on others", () => {
    expect(runsOut(steps, 70, 100)).toEqual({ expected: 3, earliest: 3, latest: 4 });
    expect(runsOut(steps, 0, 24)).toEqual({ expected: 3, earliest: 2, latest: 3 });
  });

  it("says so when it lasts", () => {
    expect(runsOut(steps, 0, 45)).toEqual({ expected: null, earliest: 4, latest: null });
    expect(runsOut(steps, 0, 500)).toEqual({ expected: null, earliest: null, latest: null });
  });
});

function pairs(seed: number): number[] {
  const noise = aSeries("noise", seed + 1, 7 * 30);
  return Array.from({ length: 7 * 12 }, (_, day) => {
    const week = Math.floor(day / 7);
    return noise[(week - (week % 4)) * 7 + (day % 7)] ?? 0;
  });
}
