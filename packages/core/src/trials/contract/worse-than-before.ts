import type { Repositories } from "@besunny/db/database";
import type { EvaluationItemRow, EvaluationRow } from "@besunny/db/workspace/models/evaluations";

import { isRight } from "../../models/contract/statistics/judged";
import {
  isWorseBeyondNoise,
  pairedBootstrap,
} from "../../models/contract/statistics/paired-bootstrap";

const MOST_LOOKED_AT = 20;

/**
 * Returns whether a release does worse than it did the last time on the same dataset, by more than chance explains. A release never changes, so
 * then a hosted model has.
 */
export async function isWorseThanBefore(
  { evaluations }: Pick<Repositories, "evaluations">,
  { id, releaseId, datasetId, datasetChecksum, seed }: EvaluationRow,
  items: readonly EvaluationItemRow[],
): Promise<boolean> {
  const earlier = (await evaluations.list(MOST_LOOKED_AT, { releaseId })).find(
    (each) =>
      each.id !== id &&
      each.state === "done" &&
      each.datasetId === datasetId &&
      each.datasetChecksum === datasetChecksum,
  );
  if (!earlier) return false;
  const before = new Map(
    (await evaluations.listItems(earlier.id)).map((item) => [item.documentId, item]),
  );
  const pairs = items.flatMap((item) => {
    const then = before.get(item.documentId);
    return then
      ? [{ before: Number(isRight(then)), after: Number(isRight(item)), cluster: item.cluster }]
      : [];
  });
  return isWorseBeyondNoise(pairedBootstrap(pairs, seed));
}
