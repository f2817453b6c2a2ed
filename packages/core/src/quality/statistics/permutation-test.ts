/** The blocks that documents belong to, as numbers from 0. Documents of one block stay together when they are shuffled. */
export type Shuffled = { blockOf: Int32Array; blocks: number; chosen: number };

type Test = Shuffled & {
  observed: number;
  /** Returns the statistic if the documents marked 1 were those of the window. */
  statistic: (isIn: Uint8Array) => number;
  random: () => number;
  /** The most shuffles. The least p is 1 / (most + 1). */
  most: number;
};

/** After so many shuffles that are at least as extreme, more of them would not change the verdict (Besag and Clifford, 1991). */
const ENOUGH = 20;

/**
 * Returns the share of shuffles whose statistic is at least the observed one. It is a valid p-value, whatever the distribution: at most
 * alpha of undisturbed samples have a p of alpha or less.
 */
export function permutationTest({
  blockOf,
  blocks,
  chosen,
  observed,
  statistic,
  random,
  most,
}: Test): number {
  const order = Int32Array.from({ length: blocks }, (_, at) => at);
  const isChosen = new Uint8Array(blocks);
  const isIn = new Uint8Array(blockOf.length);
  let extreme = 0;
  for (let done = 1; done <= most; done += 1) {
    isChosen.fill(0);
    for (let at = 0; at < chosen; at += 1) {
      const other = at + Math.floor(random() * (blocks - at));
      const taken = order[other] ?? 0;
      order[other] = order[at] ?? 0;
      order[at] = taken;
      isChosen[taken] = 1;
    }
    for (let at = 0; at < isIn.length; at += 1) isIn[at] = isChosen[blockOf[at] ?? 0] ?? 0;
    if (statistic(isIn) >= observed - 1e-12) extreme += 1;
    if (extreme >= ENOUGH) return extreme / done;
  }
  return (extreme + 1) / (most + 1);
}
