import type { EvaluationRow } from "@besunny/db/workspace/models/evaluations";

import { isWorseBeyondNoise } from "../../models/contract/statistics/paired-bootstrap";
import { evaluationOf } from "./evaluation";

/** Why a release can only be promoted with a written reason, as a sentence; null if it can without. */
export function whyReason(
  latest: EvaluationRow | null,
  championId: string | undefined,
): string | null {
  if (championId === undefined) return null;
  if (!latest || latest.baselineId !== championId)
    return "It was not compared on a frozen dataset with the release that decides now.";
  const { metrics } = evaluationOf(latest);
  const gain = metrics?.gain ?? null;
  if (gain === null) return "It was not compared with the release that decides now.";
  if (!isWorseBeyondNoise(gain)) return null;
  const points = (value: number) => (100 * value).toFixed(1);
  return `It is worse than the release that decides now: ${points(gain.gain)} points of accuracy, between ${points(gain.low)} and ${points(gain.high)}.`;
}
