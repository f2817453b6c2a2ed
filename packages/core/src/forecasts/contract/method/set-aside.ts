import { medianOf, type Series } from "./series";

/** A figure is unusual if it is this many times as far from what its place is like as figures mostly are. */
const FAR = 5;
/** A median and its distances of normal data, per standard deviation. */
const PER_DEVIATION = 1.4826;
/** The places to both sides that tell what a place is like, besides itself. */
const SEASONS_BESIDE = 4;
/** A longer run of unusual figures is a change of level, which is to be followed. */
const MOST_SEASONS = 2;

/**
 * Replaces short runs of unusual figures by what their place of the season is usually like. Such are a strike, a closed week or a bulk upload.
 * A run that lasts to the end stays, since nobody knows yet whether it will pass. Returns the places that were replaced.
 */
export function setAside(series: Series): { series: Series; places: number[] } {
  const { values, period } = series;
  const usual = values.map((_, at) => usualAt(series, at));
  const distances = values.map((value, at) => Math.abs(value - (usual[at] ?? value)));
  const spread = Math.max(
    medianOf(distances) * PER_DEVIATION,
    medianOf(values.map(Math.abs)) * 0.05,
  );
  if (!(spread > 0)) return { series, places: [] };
  const isFar = distances.map((distance) => distance > FAR * spread);
  const places = runsOf(isFar, period).flatMap(({ from, to }) =>
    to < values.length && to - from <= Math.max(1, MOST_SEASONS * period)
      ? Array.from({ length: to - from }, (_, at) => from + at)
      : [],
  );
  const replaced = new Set(places.filter((at) => isFar[at]));
  return {
    series: {
      period,
      values: values.map((value, at) => (replaced.has(at) ? (usual[at] ?? value) : value)),
    },
    places: [...replaced],
  };
}

/** Returns the median of the same place in the seasons around. */
function usualAt({ values, period }: Series, at: number): number {
  const beside: number[] = [];
  for (let season = -SEASONS_BESIDE; season <= SEASONS_BESIDE; season += 1) {
    const value = values[at + season * period];
    if (value !== undefined) beside.push(value);
  }
  return medianOf(beside);
}

/** Returns the runs of marked places; gaps shorter than a season, such as a weekend in a strike, do not end a run. */
function runsOf(isMarked: readonly boolean[], period: number): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  const gap = Math.max(1, Math.floor(period / 2));
  isMarked.forEach((marked, at) => {
    if (!marked) return;
    const last = runs.at(-1);
    if (last && at - last.to < gap) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  });
  return runs;
}
