import type { HeadCase } from "./head-case";
import { fitSvm } from "./linear-svm";
import { seeded } from "./seeded";
import { dot, normalise, type Sparse } from "./sparse";

/** The most words and pairs of words that a head keeps: those that the most documents have. */
const MOST_COLUMNS = 60_000;
/** In a set of more documents, words that only one of them has are left out. */
const FEW_DOCUMENTS = 500;
const [COST_OF_WORDS, COST_OF_MEANING] = [1, 10];

/** The weights of a head, before it is calibrated. Hashes are in ascending order; weights end with a constant. */
export type Fitted = {
  classes: string[];
  hashes: Uint32Array;
  rarities: Float32Array;
  words: Float64Array[];
  dense: Float64Array[];
};

type Labelled = { label: string; read: HeadCase };

/** Is awaited between pieces of work, so that other work gets its turn. */
export type Pause = () => Promise<void>;

/** Fits linear classifiers of words and of meaning to labelled documents, one for each class that has a document. */
export async function fitHead(
  examples: readonly Labelled[],
  { seed, pause }: { seed: number; pause: Pause },
): Promise<Fitted> {
  const classes = [...new Set(examples.map(({ label }) => label))].sort();
  const { hashes, rarities } = vocabularyOf(examples.map(({ read }) => read));
  const rows = examples.map(({ read }) => wordRow(read, { hashes, rarities }));
  const meanings = examples.map(({ read }) => read.dense);
  const width = meanings[0]?.values.length ?? 0;
  const random = seeded(seed);
  const [words, dense]: [Float64Array[], Float64Array[]] = [[], []];
  for (const name of classes) {
    await pause();
    const sides = Int8Array.from(examples, ({ label }) => (label === name ? 1 : -1));
    words.push(fitSvm({ rows, sides, columns: hashes.length, cost: COST_OF_WORDS, random }));
    dense.push(fitSvm({ rows: meanings, sides, columns: width, cost: COST_OF_MEANING, random }));
  }
  return { classes, hashes, rarities, words, dense };
}

/** The distance of a document from each class's border: negative on the outer side. */
export type Margins = { words: Float64Array; dense: Float64Array };

/** Returns the margins of a document. */
export function marginsOf(
  fitted: Omit<Fitted, "words" | "dense"> & {
    words: readonly (Float32Array | Float64Array)[];
    dense: readonly (Float32Array | Float64Array)[];
  },
  read: HeadCase,
): Margins {
  const row = wordRow(read, fitted);
  return {
    words: Float64Array.from(fitted.words, (weights) => dot(weights, row)),
    dense: Float64Array.from(fitted.dense, (weights) => dot(weights, read.dense)),
  };
}

function vocabularyOf(reads: readonly HeadCase[]): { hashes: Uint32Array; rarities: Float32Array } {
  const counts = new Map<number, number>();
  for (const { hashes } of reads)
    for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const least = reads.length > FEW_DOCUMENTS ? 2 : 1;
  const kept = [...counts].filter(([, count]) => count >= least);
  if (kept.length > MOST_COLUMNS) {
    kept.sort(([a, many], [b, few]) => few - many || a - b);
    kept.length = MOST_COLUMNS;
  }
  const hashes = Uint32Array.from(kept, ([hash]) => hash).sort();
  const rarity = (hash: number) => 1 + Math.log((1 + reads.length) / (1 + (counts.get(hash) ?? 0)));
  return { hashes, rarities: Float32Array.from(hashes, rarity) };
}

/** Returns the known words of a document with their weights, as a row of length one. */
function wordRow(
  { hashes, weights }: HeadCase,
  known: { hashes: Uint32Array; rarities: Float32Array },
): Sparse {
  const at = new Uint32Array(hashes.length);
  const values = new Float32Array(hashes.length);
  let found = 0;
  let column = 0;
  for (let index = 0; index < hashes.length; index++) {
    const hash = hashes[index] ?? 0;
    column = firstFrom(known.hashes, column, hash);
    if (column >= known.hashes.length) break;
    if (known.hashes[column] !== hash) continue;
    at[found] = column;
    values[found] = (weights[index] ?? 0) * (known.rarities[column] ?? 0);
    found += 1;
  }
  return normalise({ at: at.subarray(0, found), values: values.subarray(0, found) });
}

/** Returns the first place from `start` whose number is at least `wanted`, by galloping and halving. */
function firstFrom(numbers: Uint32Array, start: number, wanted: number): number {
  let step = 1;
  let high = start;
  while (high < numbers.length && (numbers[high] ?? 0) < wanted) {
    high += step;
    step *= 2;
  }
  let low = Math.max(start, high - step / 2);
  high = Math.min(high, numbers.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
