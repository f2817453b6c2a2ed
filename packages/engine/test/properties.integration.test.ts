import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { startPostgres, type TestPostgres } from "./postgres";
import { limit, outcome, schedules } from "./properties-plan";
import type { Execution } from "./properties-play";
import { type Aftermath, beginnings, carryOut } from "./properties-stage";

/** More of them: ENGINE_PROPERTY_RUNS=200. The same again: ENGINE_PROPERTY_SEED, as a failure prints it. */
const numRuns = Number(process.env.ENGINE_PROPERTY_RUNS ?? 4);
const seed = process.env.ENGINE_PROPERTY_SEED;

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres?.stop());

describe("whatever happens around them", () => {
  it("runs give what the model says, and nothing is done twice, at once, or against a limit", async () => {
    await fc.assert(
      fc.asyncProperty(schedules, async (schedule) => {
        const seen = await carryOut(postgres, schedule);
        expect(seen.sightings).toEqual([]);
        expectOutcomes(seen);
        expect(executedAgain(seen)).toEqual([]);
        expect(drivenTwice(seen)).toEqual([]);
        expect(overTheLimit(seen)).toEqual([]);
        expect(aliveAfterCancel(seen)).toEqual([]);
      }),
      { numRuns, endOnFailure: true, ...(seed ? { seed: Number(seed) } : {}) },
    );
  }, 600_000);
});

describe("in one lane", () => {
  it("runs begin in the order in which their events were acknowledged, whatever other lanes do", async () => {
    const tenants = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 10, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(tenants, async (events) => {
        const began = await beginnings(postgres, events);
        for (const tenant of new Set(events)) {
          const sent = events.flatMap((of, n) => (of === tenant ? [n] : []));
          expect(began.filter((n) => events[n] === tenant)).toEqual(sent);
        }
      }),
      { numRuns, endOnFailure: true, ...(seed ? { seed: Number(seed) } : {}) },
    );
  }, 600_000);
});

/** Every acknowledged event has one run; it was cancelled by hand, or gave what the model says. */
function expectOutcomes({ sent, runs }: Aftermath): void {
  const expected = sent.map(({ key, plan, isCancelled }) =>
    isCancelled
      ? { key, state: "cancelled", output: null }
      : { key, state: "completed", output: outcome(plan) },
  );
  const byKey = (a: { key: string }, b: { key: string }) => a.key.localeCompare(b.key);
  expect(runs.map(({ key, state, output }) => ({ key, state, output })).toSorted(byKey)).toEqual(
    expected.toSorted(byKey),
  );
}

/** Clocks of one machine, read by two programs. */
const margin = 3;

/** An engine apart from its database does not know what the others do; what it had begun it may finish, or do again. */
const isSound = ({ wasApart }: Aftermath, { engine, end, begin }: Execution) =>
  !wasApart(engine, begin, end ?? begin);

function executedAgain(seen: Aftermath): string[] {
  const keptAt = new Map(seen.kept.map(({ key, step, at }) => [`${key} ${step}`, at]));
  return seen.log
    .filter((one) => isSound(seen, one))
    .filter(({ key, step, begin }) => begin > (keptAt.get(`${key} ${step}`) ?? begin) + margin)
    .map(({ key, step }) => `${key} ${step}`);
}

/** Two steps of one run at the same time, of which one is not a parallel one or both are the same. */
function drivenTwice(seen: Aftermath): string[] {
  return pairs(seen)
    .filter(([a, b]) => a.key === b.key && !(a.isAside && b.isAside && a.step !== b.step))
    .map(([a, b]) => `${a.key}: ${a.step} of ${a.engine} and ${b.step} of ${b.engine}`);
}

function overTheLimit(seen: Aftermath): string[] {
  const sound = seen.log.filter((one) => isSound(seen, one));
  return sound.flatMap((one) => {
    const others = sound.filter(
      (other) =>
        other.tenant === one.tenant && other.begin <= one.begin && (other.end ?? 0) > one.begin,
    );
    return others.length > limit ? [`tenant ${one.tenant}: ${others.length} at once`] : [];
  });
}

/** A call that was under way may begin what it was sent for, one step of each branch; then it is over. */
function aliveAfterCancel(seen: Aftermath): string[] {
  return seen.runs
    .filter(({ state }) => state === "cancelled")
    .flatMap(({ key, finishedAt }) => {
      const late = seen.log.filter(
        (one) => one.key === key && one.begin > (finishedAt ?? 0) + margin && isSound(seen, one),
      );
      return late.length > 2 || (late.length > 1 && !late.every(({ isAside }) => isAside))
        ? [`${key}: ${late.map(({ step }) => step).join(", ")}`]
        : [];
    });
}

function pairs(seen: Aftermath): [Execution, Execution][] {
  const sound = seen.log.filter((one) => isSound(seen, one) && one.end !== null);
  return sound.flatMap((a, n) =>
    sound
      .slice(n + 1)
      .filter((b) => a.begin < (b.end ?? 0) && b.begin < (a.end ?? 0))
      .map((b): [Execution, Execution] => [a, b]),
  );
}
