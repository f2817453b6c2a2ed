import { randomInt } from "node:crypto";
import type { DatasetRow, EvaluationRow } from "@besunny/db/workspace/models/evaluations";
import type { ReleaseRow } from "@besunny/db/workspace/models/releases";

import { actorIdOf } from "../../access/actor";
import { conflict } from "../../errors";
import { evaluationAsked } from "../../events";
import type { CommandTools } from "../../operation/command";

const LARGEST_SEED = 2 ** 31 - 1;

/** Asks for an evaluation of a release on a frozen dataset, beside the release that decides now. */
export async function askEvaluation(
  { releases, evaluations, actor, workspaceId, emit, changed }: CommandTools,
  release: Pick<ReleaseRow, "id" | "number">,
  dataset: DatasetRow,
): Promise<EvaluationRow> {
  if (!dataset.frozenAt || dataset.checksum === null)
    conflict("The dataset is not frozen", "Choose one that is, so that figures can be compared.");
  if (dataset.field !== "type") conflict("Only datasets of types can be evaluated on");
  const champion = await releases.champion();
  const row = await evaluations.create({
    releaseId: release.id,
    baselineId: champion && champion.id !== release.id ? champion.id : null,
    datasetId: dataset.id,
    datasetChecksum: dataset.checksum,
    seed: randomInt(1, LARGEST_SEED),
    startedById: actorIdOf(actor),
  });
  changed({ subject: row.id, before: {}, after: { release: release.number } });
  emit(evaluationAsked.of({ workspaceId, evaluationId: row.id }));
  return row;
}
