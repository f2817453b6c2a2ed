import { decidePairs } from "@besunny/core/models/contract/statistics/betting";
import { chanceOf } from "@besunny/core/models/contract/statistics/chance";
import {
  type Arm,
  confidenceSequence,
} from "@besunny/core/models/contract/statistics/confidence-sequence";
import { z } from "zod";
import type { Report } from "../report";
import { askPeer } from "../understanding/ask-peer";

const TABLES = 300;
const EXPERIMENTS = 2_000;
const LOOKS = 100;
const PER_ARM = 5_000;
const settings = { alpha: 0.05, expected: PER_ARM };
const Verdicts = z.array(z.object({ low: z.number(), high: z.number() }));

const peer = `
import json, sys
from gbstats.frequentist.tests import SequentialConfig, SequentialTwoSidedTTest
from gbstats.models.statistics import SampleMeanStatistic
of = lambda arm: SampleMeanStatistic(n=arm["count"], sum=arm["sum"], sum_squares=arm["squares"])
config = SequentialConfig(difference_type="absolute", sequential_tuning_parameter=${PER_ARM})
bounds = [SequentialTwoSidedTTest(of(first), of(second), config).confidence_interval for first, second in json.load(sys.stdin)]
print(json.dumps([{"low": float(low), "high": float(high)} for low, high in bounds]))
`;

/** Measures the sequential tests: false alarms, power, and the same verdicts as gbstats on random tables. */
export async function sequential({ seed = "20261130" }: { seed?: string }): Promise<Report> {
  const next = chanceOf(Number(seed));
  const started = performance.now();
  const [rare, equal] = [experiments(next, 0.02, 0.02), experiments(next, 0.1, 0.1)];
  const [small, large] = [experiments(next, 0.1, 0.13), experiments(next, 0.1, 0.15)];
  const report: Report = {
    experiments: EXPERIMENTS,
    looks: LOOKS,
    false_alarms_rare: rare.decided,
    false_alarms: equal.decided,
    false_alarms_naive: equal.naive,
    stop_without_difference: equal.stop,
    power_3_points: small.decided,
    stop_3_points: small.stop,
    power_5_points: large.decided,
    stop_5_points: large.stop,
    pairs_false_alarms: onPairs(next, 0.5),
    pairs_power_65: onPairs(next, 0.65),
    pairs_power_75: onPairs(next, 0.75),
    seconds: (performance.now() - started) / 1_000,
  };
  return { ...report, ...(await beside(next)) };
}

async function beside(next: () => number): Promise<Report> {
  const tables = Array.from({ length: TABLES }, () => {
    const first = 0.02 + 0.5 * next();
    const arm = (share: number): Arm => {
      const count = 100 + Math.floor(4_900 * next());
      const hits = hitsOf(next, share, count);
      return { count, sum: hits, squares: hits };
    };
    return [arm(first), arm(first + 0.12 * (next() - 0.5))] as const;
  });
  const found = await askPeer("sequential", peer, tables);
  if (found === null) return {};
  const verdicts = Verdicts.parse(found);
  let [same, excluding, apart] = [0, 0, 0];
  for (const [index, [first, second]] of tables.entries()) {
    const own = confidenceSequence(first, second, settings);
    const theirs = verdicts[index];
    if (!own || !theirs) continue;
    if (verdictOf(own) === verdictOf(theirs)) same += 1;
    if (verdictOf(own) !== "open") excluding += 1;
    apart = Math.max(apart, Math.abs(own.low - theirs.low), Math.abs(own.high - theirs.high));
  }
  return {
    tables: TABLES,
    gbstats_same_verdict: same,
    decided_tables: excluding,
    gbstats_largest_difference: apart.toExponential(1),
  };
}

function verdictOf({ low, high }: { low: number; high: number }): string {
  if (low > 0) return "better";
  return high < 0 ? "worse" : "open";
}

function experiments(next: () => number, first: number, second: number) {
  const atOnce = PER_ARM / LOOKS;
  let [decided, naive, stops] = [0, 0, 0];
  for (let run = 0; run < EXPERIMENTS; run++) {
    let [own, other, stop, isNaive] = [0, 0, 0, false];
    for (let look = 1; look <= LOOKS && stop === 0; look++) {
      own += hitsOf(next, first, atOnce);
      other += hitsOf(next, second, atOnce);
      const count = look * atOnce;
      const bounds = confidenceSequence(armOf(own, count), armOf(other, count), settings);
      if (bounds && verdictOf(bounds) !== "open") stop = count;
      isNaive ||= isDifferentAtOneLook(own, other, count);
    }
    if (stop > 0) decided += 1;
    if (isNaive || stop > 0) naive += 1;
    stops += stop || PER_ARM;
  }
  return { decided: decided / EXPERIMENTS, naive: naive / EXPERIMENTS, stop: stops / EXPERIMENTS };
}

/** The share of experiments of 100 discordant pairs that end in a decision, if each pair is looked at. */
function onPairs(next: () => number, share: number): number {
  let decided = 0;
  for (let run = 0; run < EXPERIMENTS; run++) {
    const alone = { afterAlone: 0, beforeAlone: 0 };
    for (let pair = 0; pair < 100; pair++) {
      alone[next() < share ? "afterAlone" : "beforeAlone"] += 1;
      if (decidePairs(alone, 0.05) === null) continue;
      decided += 1;
      break;
    }
  }
  return decided / EXPERIMENTS;
}

function armOf(hits: number, count: number): Arm {
  return { count, sum: hits, squares: hits };
}

function hitsOf(next: () => number, share: number, count: number): number {
  let hits = 0;
  for (let each = 0; each < count; each++) if (next() < share) hits += 1;
  return hits;
}

function isDifferentAtOneLook(first: number, second: number, count: number): boolean {
  const variance = (hits: number) => (hits / count) * (1 - hits / count);
  const error = Math.sqrt((variance(first) + variance(second)) / count);
  return error > 0 && Math.abs(second - first) / count > 1.96 * error;
}
