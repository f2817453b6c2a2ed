import type { Repositories } from "@besunny/db/database";

import { notFound } from "../../errors";
import { TuningParams } from "../contract/tuning";

/** Returns the run of a tuning with its settings. Throws `NOT_FOUND` if there is none. */
export async function mustTune(trainingRuns: Repositories["trainingRuns"], id: string) {
  const run = await trainingRuns.find(id);
  if (run?.kind !== "hosted") notFound("Tuning", id);
  return { run, params: TuningParams.parse(run.params) };
}
