import type { EvaluationItemRow } from "@besunny/db/workspace/models/evaluations";
import { z } from "zod";

import { classScores, macroF1 } from "../../models/contract/statistics/class-scores";
import { coverageAt, coverageCurve } from "../../models/contract/statistics/coverage";
import { isRight, type Judged } from "../../models/contract/statistics/judged";
import { pairedBootstrap } from "../../models/contract/statistics/paired-bootstrap";
import { calibrationError, reliabilityBins } from "../../models/contract/statistics/reliability";
import { wilsonInterval } from "../../models/contract/statistics/wilson-interval";
import { count } from "../../shapes";

/** The precision at which coverage is given. */
export const WANTED_PRECISION = 0.95;
const POINTS_SHOWN = 60;

/** A share with its 95 % Wilson interval. */
export const Share = z.object({ share: z.number(), low: z.number(), high: z.number() });

const Point = z.object({ threshold: z.number(), coverage: z.number(), precision: z.number() });
const Group = z.object({ name: z.string(), documents: count, right: count, accuracy: Share });

/** The figures of a release on a frozen dataset. Shares are from 0 to 1. */
export const Metrics = z.object({
  documents: count,
  answered: count,
  right: count,
  /** Right answers among all documents: an open answer is not right. */
  accuracy: Share.nullable(),
  /** Right answers among those that were given. */
  precision: Share.nullable(),
  abstention: z.number(),
  macroF1: z.number().nullable(),
  calibrationError: z.number().nullable(),
  /** The most documents that can be answered with 95 % of the answers right; null if that is never so. */
  coverageAtPrecision: Point.nullable(),
  reliability: z.array(
    z.object({
      from: z.number(),
      to: z.number(),
      documents: count,
      confidence: z.number(),
      accuracy: z.number(),
    }),
  ),
  coverage: z.array(Point),
  classes: z.array(
    z.object({
      name: z.string(),
      documents: count,
      said: count,
      right: count,
      precision: z.number().nullable(),
      recall: z.number().nullable(),
      f1: z.number(),
    }),
  ),
  /** The number of documents by label and answer; null is an open answer. */
  confusion: z.array(
    z.object({ label: z.string(), said: z.string().nullable(), documents: count }),
  ),
  bySource: z.array(Group),
  byLanguage: z.array(Group),
  byOcrQuality: z.array(Group),
  p50Us: z.number().nullable(),
  p95Us: z.number().nullable(),
  /** Millionths of a US dollar; null if a price is not known. */
  costMicro: z.number().nullable(),
  /** Of the release that decided then, on the same documents; null if there was none. */
  before: z.object({ answered: count, right: count, accuracy: Share.nullable() }).nullable(),
  /** The gain in accuracy over it, with the interval of a paired bootstrap over clusters. */
  gain: z.object({ gain: z.number(), low: z.number(), high: z.number() }).nullable(),
  changed: count,
  better: count,
  worse: count,
});
export type Metrics = z.infer<typeof Metrics>;

/** Returns the figures of an evaluation. The same items and seed give the same figures. */
export function metricsOf(
  items: readonly EvaluationItemRow[],
  { seed, isCompared }: { seed: number; isCompared: boolean },
): Metrics {
  const right = items.filter(isRight).length;
  const answered = items.filter(({ said }) => said !== null).length;
  const classes = classScores(items);
  const bins = reliabilityBins(items);
  const curve = coverageCurve(items);
  const was = items.map(asBefore);
  const rightBefore = was.filter(isRight).length;
  const changed = items.filter((item) => item.said !== item.beforeSaid);
  const times = items.map(({ tookUs }) => tookUs).toSorted((a, b) => a - b);
  const costs = items.map(({ costMicro }) => costMicro);
  return {
    documents: items.length,
    answered,
    right,
    accuracy: wilsonInterval(right, items.length),
    precision: wilsonInterval(right, answered),
    abstention: items.length === 0 ? 0 : 1 - answered / items.length,
    macroF1: macroF1(classes),
    calibrationError: calibrationError(bins),
    coverageAtPrecision: coverageAt(curve, WANTED_PRECISION),
    reliability: bins,
    coverage: thinned(curve),
    classes,
    confusion: confusionOf(items),
    bySource: groups(items, ({ source }) => source),
    byLanguage: groups(items, ({ language }) => language ?? "unknown"),
    byOcrQuality: groups(items, ({ ocrQuality }) => qualityBand(ocrQuality)),
    p50Us: at(times, 0.5),
    p95Us: at(times, 0.95),
    costMicro: costs.some((cost) => cost === null)
      ? null
      : costs.reduce((sum, cost) => sum + Number(cost), 0),
    before: isCompared
      ? {
          answered: was.filter(({ said }) => said !== null).length,
          right: rightBefore,
          accuracy: wilsonInterval(rightBefore, items.length),
        }
      : null,
    gain: isCompared
      ? pairedBootstrap(
          items.map((item) => ({
            before: Number(isRight(asBefore(item))),
            after: Number(isRight(item)),
            cluster: item.cluster,
          })),
          seed,
        )
      : null,
    changed: isCompared ? changed.length : 0,
    better: isCompared ? changed.filter(isRight).length : 0,
    worse: isCompared ? changed.filter((item) => isRight(asBefore(item))).length : 0,
  };
}

function asBefore({ label, beforeSaid }: EvaluationItemRow): Pick<Judged, "label" | "said"> {
  return { label, said: beforeSaid };
}

function confusionOf(items: readonly EvaluationItemRow[]): Metrics["confusion"] {
  const cells = Map.groupBy(items, ({ label, said }) => JSON.stringify([label, said]));
  return [...cells.values()]
    .flatMap(([first, ...others]) =>
      first ? [{ label: first.label, said: first.said, documents: others.length + 1 }] : [],
    )
    .toSorted((a, b) => b.documents - a.documents || a.label.localeCompare(b.label, "en"));
}

function groups(
  items: readonly EvaluationItemRow[],
  nameOf: (item: EvaluationItemRow) => string,
): Metrics["bySource"] {
  return [...Map.groupBy(items, nameOf)]
    .flatMap(([name, own]) => {
      const right = own.filter(isRight).length;
      const accuracy = wilsonInterval(right, own.length);
      return accuracy ? [{ name, documents: own.length, right, accuracy }] : [];
    })
    .toSorted((a, b) => b.documents - a.documents || a.name.localeCompare(b.name, "en"));
}

/** The bands of the mean quality of a document's pages, as the reader measures it. */
function qualityBand(quality: number | null): string {
  if (quality === null) return "unknown";
  if (quality >= 0.9) return "good";
  return quality >= 0.6 ? "middling" : "poor";
}

function thinned<Item>(items: readonly Item[]): Item[] {
  const step = Math.max(1, items.length / POINTS_SHOWN);
  return items.filter(
    (_, index) =>
      index === items.length - 1 || Math.floor(index / step) > Math.floor((index - 1) / step),
  );
}

function at(sorted: readonly number[], share: number): number | null {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null;
}
