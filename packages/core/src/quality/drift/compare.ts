import { kernelOf, mmd } from "../statistics/mmd";
import { psi } from "../statistics/psi";
import type { BinMeasure, DriftDocument, MeanMeasure, Measure, VectorMeasure } from "./measures";

/**
 * A measure, ready for its test. `documents` are those that have a value. `statistic` is the size of the difference if some of them were those of
 * the window.
 */
export type Comparison = {
  documents: DriftDocument[];
  statistic(isIn: ArrayLike<number>): number;
  /** The value of the documents that are in, and of the others, as people read them; null where it is a distance. */
  values(isIn: ArrayLike<number>): { value: number | null; reference: number | null };
  /** Greater for documents that show more of the difference. */
  weightOf(at: number, isIn: ArrayLike<number>): number;
};

export function comparisonOf(measure: Measure, documents: readonly DriftDocument[]): Comparison {
  if (measure.kind === "mean") return compareMeans(measure, documents);
  if (measure.kind === "bins") return compareBins(measure, documents);
  return compareVectors(measure, documents);
}

function compareMeans(
  { numberIn, shown = (mean) => mean }: MeanMeasure,
  all: readonly DriftDocument[],
): Comparison {
  const documents = all.filter((each) => numberIn(each) !== null);
  const values = Float64Array.from(documents, (each) => numberIn(each) ?? 0);
  const means = (isIn: ArrayLike<number>) => {
    let [sum, count, sumOut, countOut] = [0, 0, 0, 0];
    for (let at = 0; at < values.length; at += 1) {
      if (isIn[at]) {
        sum += values[at] ?? 0;
        count += 1;
      } else {
        sumOut += values[at] ?? 0;
        countOut += 1;
      }
    }
    return [sum / Math.max(1, count), sumOut / Math.max(1, countOut)] as const;
  };
  return {
    documents,
    statistic(isIn) {
      const [inside, outside] = means(isIn);
      return Math.abs(inside - outside);
    },
    values(isIn) {
      const [inside, outside] = means(isIn);
      return { value: shown(inside), reference: shown(outside) };
    },
    weightOf(at, isIn) {
      const [inside, outside] = means(isIn);
      return Math.sign(inside - outside) * ((values[at] ?? 0) - outside);
    },
  };
}

function compareBins({ binOf }: BinMeasure, all: readonly DriftDocument[]): Comparison {
  const documents = all.filter((each) => binOf(each) !== null);
  const names = [...new Set(documents.map((each) => binOf(each) ?? ""))].sort();
  const bins = Int32Array.from(documents, (each) => names.indexOf(binOf(each) ?? ""));
  const counts = (isIn: ArrayLike<number>) => {
    const [inside, outside] = [new Float64Array(names.length), new Float64Array(names.length)];
    for (let at = 0; at < bins.length; at += 1) {
      const side = isIn[at] ? inside : outside;
      side[bins[at] ?? 0] = (side[bins[at] ?? 0] ?? 0) + 1;
    }
    return [inside, outside] as const;
  };
  const sum = (of: Float64Array) =>
    Math.max(
      1,
      of.reduce((total, each) => total + each, 0),
    );
  return {
    documents,
    statistic: (isIn) => psi(...counts(isIn)),
    values: () => ({ value: null, reference: null }),
    weightOf(at, isIn) {
      const [inside, outside] = counts(isIn);
      const bin = bins[at] ?? 0;
      return (inside[bin] ?? 0) / sum(inside) - (outside[bin] ?? 0) / sum(outside);
    },
  };
}

/** The most documents of each side whose meaning is compared: enough for a verdict, and the kernel grows with their square. */
export const mostVectors = 200;

function compareVectors({ kind }: VectorMeasure, all: readonly DriftDocument[]): Comparison {
  const documents = all.filter(({ vector }) => vector !== null);
  const vectors = documents.map(({ vector }) => vector ?? new Float32Array());
  const size = vectors[0]?.length ?? 0;
  const kernel = kernelOf(kind === "mmd" ? vectors : []);
  const total = new Float64Array(size);
  for (const vector of vectors)
    for (let axis = 0; axis < size; axis += 1)
      total[axis] = (total[axis] ?? 0) + (vector[axis] ?? 0);
  const centroids = (isIn: ArrayLike<number>) => {
    const inside = new Float64Array(size);
    for (let at = 0; at < vectors.length; at += 1) {
      if (!isIn[at]) continue;
      const vector = vectors[at];
      for (let axis = 0; axis < size; axis += 1)
        inside[axis] = (inside[axis] ?? 0) + (vector?.[axis] ?? 0);
    }
    return [inside, total.map((sum, axis) => sum - (inside[axis] ?? 0))] as const;
  };
  return {
    documents,
    statistic:
      kind === "mmd" ? (isIn) => mmd(kernel, isIn) : (isIn) => 1 - cosine(...centroids(isIn)),
    values: () => ({ value: null, reference: null }),
    weightOf(at, isIn) {
      const [inside, outside] = centroids(isIn);
      const vector = vectors[at] ?? new Float32Array();
      return cosine(vector, inside) - cosine(vector, outside);
    },
  };
}

function cosine(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let [product, square, squareOther] = [0, 0, 0];
  for (let at = 0; at < one.length; at += 1) {
    product += (one[at] ?? 0) * (other[at] ?? 0);
    square += (one[at] ?? 0) ** 2;
    squareOther += (other[at] ?? 0) ** 2;
  }
  return square > 0 && squareOther > 0 ? product / Math.sqrt(square * squareOther) : 1;
}
