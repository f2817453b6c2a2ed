import type { FeatureValues } from "../../models/contract/measure-document";
import type { MeasureName } from "../contract/drift";

/** A document as drift sees it. `day` is the UTC day on which it came; `isUnknown` is null if it was not understood. */
export type DriftDocument = {
  id: string;
  day: string;
  isUnknown: boolean | null;
  confidence: number | null;
  values: FeatureValues;
  /** Its meaning; null if it has no words, or was not among those compared. */
  vector: Float32Array | null;
};

/** A mean of numbers, of which a move by less than `floor` is of no interest. */
export type MeanMeasure = {
  kind: "mean";
  name: MeasureName;
  floor: number;
  numberIn(document: DriftDocument): number | null;
  /** Turns the mean back into what people read. */
  shown?: (mean: number) => number;
};

/** Shares of bins, compared by the population stability index. */
export type BinMeasure = {
  kind: "bins";
  name: MeasureName;
  floor: number;
  binOf(document: DriftDocument): string | null;
};

/** A distance between the meanings of two sets of documents. */
export type VectorMeasure = { kind: "centroid" | "mmd"; name: MeasureName; floor: number };

export type Measure = MeanMeasure | BinMeasure | VectorMeasure;

/** Every measure by which a week is compared with the weeks before it. */
export const measures: readonly Measure[] = [
  mean("unknownTypes", 0.1, ({ isUnknown }) => (isUnknown === null ? null : Number(isUnknown))),
  {
    kind: "bins",
    name: "confidence",
    floor: 0.2,
    binOf: ({ confidence }) =>
      confidence === null ? null : String(Math.min(9, Math.floor(confidence * 10))),
  },
  { kind: "centroid", name: "meaning", floor: 0.02 },
  { kind: "mmd", name: "meaningSpread", floor: 0.002 },
  { kind: "bins", name: "language", floor: 0.2, binOf: ({ values }) => wordOf(values.language) },
  mean("pages", 0.25, ({ values }) => logOf(values.pages), Math.expm1),
  mean("words", 0.3, ({ values }) => logOf(values.words), Math.expm1),
  mean("ocrQuality", 0.05, ({ values }) => asNumber(values.ocrQuality)),
  mean("emptyText", 0.05, ({ values }) => asNumber(values.emptyText)),
  mean("duplicates", 0.1, ({ values }) => {
    const others = asNumber(values.nearDuplicates);
    return others === null ? null : Number(others > 0);
  }),
  mean("encodingDamage", 0.05, ({ values }) => {
    const garbled = asNumber(values.garbledShare);
    if (garbled === null) return null;
    const lost = (asNumber(values.mojibake) ?? 0) + (asNumber(values.lostCharacters) ?? 0);
    return Number(garbled >= 0.3 || lost > 0);
  }),
];

function mean(
  name: MeasureName,
  floor: number,
  numberIn: MeanMeasure["numberIn"],
  shown?: MeanMeasure["shown"],
): MeanMeasure {
  return { kind: "mean", name, floor, numberIn, ...(shown && { shown }) };
}

function asNumber(value: FeatureValues[string] | undefined): number | null {
  return typeof value === "number" ? value : null;
}

function wordOf(value: FeatureValues[string] | undefined): string | null {
  return typeof value === "string" ? value : null;
}

function logOf(value: FeatureValues[string] | undefined): number | null {
  return typeof value === "number" ? Math.log1p(value) : null;
}
