import { describe, expect, test } from "vitest";
import { aSource, type Change } from "../../../test/quality/drift-documents";
import { FALSE_ALARMS, judgeWindow } from "./judge-window";

/** Twelve weeks before, and one week, of a source. */
function aWeek(seed: number, change?: Change) {
  const source = aSource(seed);
  return {
    reference: source.of(0, 84, 4),
    window: source.of(84, 7, 8, change),
    seed,
    look: 1,
  };
}

test("a source in which nothing changes gives no more alarms than are allowed, though days come from one hand", () => {
  const weeks = 80;
  const alarms = Array.from({ length: weeks }, (_, at) => judgeWindow(aWeek(1_000 + at)).state);
  const count = alarms.filter((state) => state === "drifted").length;

  expect(alarms).not.toContain("few");
  // Three standard deviations above what is allowed.
  expect(count).toBeLessThanOrEqual(weeks * FALSE_ALARMS + 3 * Math.sqrt(weeks * FALSE_ALARMS));
});

describe.each([
  ["language", "language"],
  ["confidence", "confidence"],
  ["meaning", "meaning", "meaningSpread"],
  ["scans", "ocrQuality"],
  ["unknown", "unknownTypes"],
  ["encoding", "encodingDamage"],
  ["duplicates", "duplicates"],
] as const)("a change of %s", (change, ...names) => {
  test("is noticed in nearly every week, with ten documents that show it", () => {
    const judged = Array.from({ length: 20 }, (_, at) => judgeWindow(aWeek(50 + at, change)));
    const named = judged.filter(({ measures }) =>
      measures.some(({ name, isDrifted }) => names.some((each) => each === name) && isDrifted),
    );

    expect(named.length).toBeGreaterThanOrEqual(18);
    for (const { examples } of named) expect(examples.length).toBe(10);
  });
});

test("the examples are documents of the week that are other than usual", () => {
  const week = aWeek(7, "language");
  const { examples } = judgeWindow(week);
  const byId = new Map(week.window.map((each) => [each.id, each]));

  const shown = examples.filter(({ measure }) => measure === "language");
  expect(shown.length).toBeGreaterThan(3);
  for (const { documentId } of shown) expect(byId.get(documentId)?.values.language).toBe("fr");
});

test("the same week has the same verdict again", () => {
  expect(judgeWindow(aWeek(3, "meaning"))).toEqual(judgeWindow(aWeek(3, "meaning")));
});

test("few documents give no verdict", () => {
  const { window, reference } = aWeek(1);
  expect(judgeWindow({ window: window.slice(0, 19), reference, seed: 1, look: 1 }).state).toBe(
    "few",
  );
  expect(judgeWindow({ window, reference: reference.slice(0, 49), seed: 1, look: 1 }).state).toBe(
    "few",
  );
});

test("later looks at a week ask for more, so that all of them together give no more alarms", () => {
  const first = judgeWindow({ ...aWeek(5), look: 1 }).measures[0]?.threshold ?? 0;
  const spent = Array.from({ length: 200 }, (_, at) => 2 / ((at + 1) * (at + 2)));
  expect(judgeWindow({ ...aWeek(5), look: 3 }).measures[0]?.threshold).toBeCloseTo(first / 6, 8);
  expect(first * spent.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(2 * first);
});
