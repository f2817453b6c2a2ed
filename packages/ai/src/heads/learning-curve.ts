import { type Calibration, sayOf } from "./calibration";
import { fitHead, marginsOf, type Pause } from "./fit-head";
import { groupedFolds } from "./folds";
import type { ReadExample } from "./head-case";
import type { HeadMetrics } from "./head-training";
import { seeded, shuffled } from "./seeded";
import { wilson } from "./wilson";

/** A third of the documents, with their clusters, judges weights that learned from these shares of the rest. */
const HELD_OUT = 3;
const SHARES = [0.1, 0.2, 0.4, 0.7, 1];

/** Returns the accuracy on held-out documents after more and more labels. */
export async function learningCurve(
  examples: readonly ReadExample[],
  { seed, scale, pause }: { seed: number; scale: Calibration; pause: Pause },
): Promise<HeadMetrics["curve"]> {
  const folds = groupedFolds(examples, HELD_OUT, seed + 1);
  const asked = examples.filter((_, index) => folds[index] === 0);
  const rest = examples.filter((_, index) => folds[index] !== 0);
  const order = spread(rest, seed);
  const counts = SHARES.map((share) => Math.max(2, Math.round(share * rest.length))).filter(
    (count, at, all) => count !== all[at - 1] && count <= rest.length,
  );
  const curve: HeadMetrics["curve"] = [];
  for (const labels of counts) {
    const fitted = await fitHead(order.slice(0, labels), { seed, pause });
    const right = asked.filter(({ label, read }) => {
      const { at } = sayOf(marginsOf(fitted, read), scale);
      return fitted.classes[at] === label;
    });
    curve.push({ labels, ...wilson(right.length, asked.length) });
  }
  return curve;
}

/** Returns the documents in an order whose beginnings have as many of each class as the whole, nearly. */
function spread(examples: readonly ReadExample[], seed: number): ReadExample[] {
  const mixed = shuffled(examples, seeded(seed));
  const ofClass = [...Map.groupBy(mixed, ({ label }) => label).values()];
  return ofClass
    .flatMap((own) => own.map((example, at) => ({ example, place: (at + 0.5) / own.length })))
    .sort((a, b) => a.place - b.place)
    .map(({ example }) => example);
}
