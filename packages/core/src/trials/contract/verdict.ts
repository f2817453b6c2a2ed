import type { ArmCounts, ShadowCounts } from "@besunny/db/workspace/models/experiments";

import { decidePairs } from "../../models/contract/statistics/betting";
import { type Arm, confidenceSequence } from "../../models/contract/statistics/confidence-sequence";
import { isRatioBroken } from "../../models/contract/statistics/sample-ratio";
import { wilsonInterval } from "../../models/contract/statistics/wilson-interval";
import type { Experiment, Guardrails } from "./experiment";

/** The end of an experiment, or null while it goes on. `reason` is a sentence for people. */
export type Verdict = {
  state: "decided" | "failed";
  decision: "champion" | "challenger" | null;
  reason: string;
} | null;

/** Below this many documents a slow or dear one says little. */
const LEAST_FOR_GUARDRAILS = 20;
/** Fewer failures are bad luck. */
const LEAST_FAILURES = 3;

type Settings = Pick<
  Experiment,
  "kind" | "alpha" | "expected" | "minimum" | "share" | "guardrails"
>;

/** Returns what follows of a shadow: of documents of which exactly one release says what people say. */
export function shadowVerdict(counts: ShadowCounts, { alpha, guardrails }: Settings): Verdict {
  const broken = brokenGuardrail(counts, guardrails);
  if (broken) return { state: "failed", decision: "champion", reason: broken };
  const { challengerAlone, championAlone } = counts;
  const better = decidePairs({ afterAlone: challengerAlone, beforeAlone: championAlone }, alpha);
  if (better === null) return null;
  return {
    state: "decided",
    decision: better === "after" ? "challenger" : "champion",
    reason: `Of the documents of which one release alone is right, the challenger has ${challengerAlone} and the champion ${championAlone}.`,
  };
}

/** Returns what follows of a canary or an A/B test: whether people correct the answers of one arm less, and it answers no less. */
export function armsVerdict(counts: readonly ArmCounts[], settings: Settings): Verdict {
  const champion = counts.find(({ arm }) => arm === "champion");
  const challenger = counts.find(({ arm }) => arm === "challenger");
  if (challenger) {
    const broken = brokenGuardrail(challenger, settings.guardrails);
    if (broken) return { state: "failed", decision: "champion", reason: broken };
  }
  const clusters = { first: champion?.clusters ?? 0, second: challenger?.clusters ?? 0 };
  if (isRatioBroken(clusters, settings.share))
    return {
      state: "failed",
      decision: null,
      reason: `The documents are not split as they should be: ${clusters.first} groups to ${clusters.second}. No result counts.`,
    };
  if (!champion || !challenger) return null;
  if (Math.min(clusters.first, clusters.second) < settings.minimum) return null;
  return byOverrides(champion, challenger, settings);
}

function byOverrides(champion: ArmCounts, challenger: ArmCounts, settings: Settings): Verdict {
  const overrides = confidenceSequence(overridesOf(champion), overridesOf(challenger), settings);
  const answers = confidenceSequence(answersOf(champion), answersOf(challenger), settings);
  if (!overrides || !answers) return null;
  const rates = `${share(challenger)} of the challenger's answers were corrected and ${share(champion)} of the champion's, with ${coverage(challenger)} and ${coverage(champion)} of the documents answered.`;
  if (overrides.low > 0 || answers.high < 0)
    return overrides.high < 0 ? null : { state: "decided", decision: "champion", reason: rates };
  if (overrides.high < 0) return { state: "decided", decision: "challenger", reason: rates };
  return null;
}

function overridesOf({ measured, overrideSum, overrideSquares }: ArmCounts): Arm {
  return { count: measured, sum: overrideSum, squares: overrideSquares };
}

function answersOf({ documents, answered }: ArmCounts): Arm {
  return { count: documents, sum: answered, squares: answered };
}

function share({ overridden, answered }: ArmCounts): string {
  return percent(answered === 0 ? 0 : overridden / answered);
}

function coverage({ answered, documents }: ArmCounts): string {
  return percent(documents === 0 ? 0 : answered / documents);
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}

type Measured = {
  documents: number;
  failed: number;
  p95Ms: number | null;
  costMicro: number | null;
};

function brokenGuardrail(
  { documents, failed, p95Ms, costMicro }: Measured,
  { maxFailureShare, maxP95Ms, maxCostMicro }: Guardrails,
): string | null {
  const failures = wilsonInterval(failed, documents);
  if (
    maxFailureShare !== null &&
    failed >= LEAST_FAILURES &&
    failures &&
    failures.low > maxFailureShare
  )
    return `${failed} of ${documents} documents failed, which is more than ${percent(maxFailureShare)}.`;
  if (documents < LEAST_FOR_GUARDRAILS) return null;
  if (maxP95Ms !== null && p95Ms !== null && p95Ms > maxP95Ms)
    return `Of 100 documents, the 95th took ${Math.round(p95Ms)} ms, which is more than ${maxP95Ms} ms.`;
  if (maxCostMicro !== null && costMicro !== null && costMicro > maxCostMicro)
    return `A document cost ${(costMicro / 1e6).toFixed(6)} dollars in the mean, which is more than ${(maxCostMicro / 1e6).toFixed(6)}.`;
  return null;
}
