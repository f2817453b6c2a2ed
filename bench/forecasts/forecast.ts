import { makeForecast } from "@besunny/core/forecasts/contract/method/make-forecast";
import { lastSeason } from "@besunny/core/forecasts/contract/method/models/seasonal";
import { aSeries, type SeriesKind, seriesKinds } from "@besunny/core/test/forecasts/made-series";

import type { Report } from "../report";
import { askStatsforecast } from "./forecast-peer";

const PERIOD = 7;
const HORIZON = 14;
const HISTORY = 182;

type Case = { history: number[]; came: number[] };
type Said = { path: number[]; low: number[] | null; high: number[] | null };

/**
 * Forecasts two weeks of made daily series that no forecast has seen, and compares with what came. MASE is the error in those of repeating the
 * last week within the history. Where no forecast is shown, the last week is repeated, as the peer may choose to. `--count` is the number
 * of series of each kind. `PYTHON` with `statsforecast` adds the peer, which takes AutoETS or SeasonalNaive by its own cross-validation.
 */
export async function forecast({
  count = "30",
  seed = "1",
}: {
  count?: string;
  seed?: string;
}): Promise<Report> {
  const report: Report = { series_of_each_kind: Number(count), horizon: HORIZON, history: HISTORY };
  const all: Tally = { ours: [], peers: [], covered: [], peerCovered: [] };
  let took = 0;
  for (const kind of seriesKinds) {
    const cases = Array.from({ length: Number(count) }, (_, at) => aCase(kind, Number(seed) + at));
    const began = performance.now();
    const made = cases.map(({ history }) => ours(history));
    took += performance.now() - began;
    const peers = await askStatsforecast(
      cases.map(({ history }) => history),
      { period: PERIOD, horizon: HORIZON },
    );
    const tally = tallyOf(cases, made, peers);
    all.ours.push(...tally.ours);
    all.peers.push(...tally.peers);
    all.covered.push(...tally.covered);
    all.peerCovered.push(...tally.peerCovered);
    report[`${kind}_shown`] = made.filter(({ low }) => low).length / cases.length;
    put(report, kind, tally);
  }
  put(report, "all", all);
  report.ms_a_series = took / (seriesKinds.length * Number(count));
  return report;
}

function aCase(kind: SeriesKind, seed: number): Case {
  const values = aSeries(kind, seed, HISTORY + HORIZON);
  return { history: values.slice(0, HISTORY), came: values.slice(HISTORY) };
}

function ours(history: number[]): Said {
  const made = makeForecast({ values: history, period: PERIOD }, HORIZON);
  if (made.state !== "shown")
    return {
      path: lastSeason({ values: history, period: PERIOD }, HORIZON),
      low: null,
      high: null,
    };
  return {
    path: made.steps.map(({ value }) => value),
    low: made.steps.map(({ low }) => low),
    high: made.steps.map(({ high }) => high),
  };
}

type Tally = { ours: number[]; peers: number[]; covered: boolean[]; peerCovered: boolean[] };

function tallyOf(cases: readonly Case[], made: readonly Said[], peers: Said[] | null): Tally {
  const tally: Tally = { ours: [], peers: [], covered: [], peerCovered: [] };
  cases.forEach((each, at) => {
    const [mine, peer] = [made[at], peers?.[at]];
    if (mine) {
      tally.ours.push(maseOf(each, mine.path));
      tally.covered.push(...insideOf(each, mine));
    }
    if (peer) {
      tally.peers.push(maseOf(each, peer.path));
      tally.peerCovered.push(...insideOf(each, peer));
    }
  });
  return tally;
}

function put(report: Report, name: string, tally: Tally): void {
  report[`${name}_mase`] = meanOf(tally.ours);
  if (tally.covered.length > 0) report[`${name}_coverage_90`] = meanOf(tally.covered.map(Number));
  if (tally.peers.length === 0) return;
  report[`${name}_statsforecast_mase`] = meanOf(tally.peers);
  report[`${name}_statsforecast_coverage_90`] = meanOf(tally.peerCovered.map(Number));
}

function maseOf({ history, came }: Case, path: readonly number[]): number {
  const before = meanOf(
    history.slice(PERIOD).map((value, at) => Math.abs(value - (history[at] ?? 0))),
  );
  return meanOf(came.map((value, step) => Math.abs(value - (path[step] ?? 0)))) / before;
}

function insideOf({ came }: Case, { low, high }: Said): boolean[] {
  if (!(low && high)) return [];
  return came.map((value, step) => value >= (low[step] ?? 0) && value <= (high[step] ?? 0));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
