import { getEvaluation } from "@besunny/core/trials/evaluations/get-evaluation";
import { listDatasets } from "@besunny/core/trials/evaluations/list-datasets";
import { listEvaluations } from "@besunny/core/trials/evaluations/list-evaluations";
import { startEvaluation } from "@besunny/core/trials/evaluations/start-evaluation";
import { getExperiment } from "@besunny/core/trials/experiments/get-experiment";
import { listExperiments } from "@besunny/core/trials/experiments/list-experiments";
import { startExperiment } from "@besunny/core/trials/experiments/start-experiment";
import { stopExperiment } from "@besunny/core/trials/experiments/stop-experiment";
import { compareReleases } from "@besunny/core/trials/releases/compare-releases";
import { createRelease } from "@besunny/core/trials/releases/create-release";
import { listReleases } from "@besunny/core/trials/releases/list-releases";
import { promoteRelease } from "@besunny/core/trials/releases/promote-release";
import { rollBack } from "@besunny/core/trials/releases/roll-back";
import { tryReleases } from "@besunny/core/trials/releases/try-releases";

import { router } from "../../init";
import { mutation, query } from "../../operations";

export const releasesRouter = router({
  list: query(listReleases),
  compare: query(compareReleases),
  try: query(tryReleases),
  create: mutation(createRelease),
  promote: mutation(promoteRelease),
  rollBack: mutation(rollBack),
});

export const evaluationsRouter = router({
  datasets: query(listDatasets),
  list: query(listEvaluations),
  get: query(getEvaluation),
  start: mutation(startEvaluation),
});

export const experimentsRouter = router({
  list: query(listExperiments),
  get: query(getExperiment),
  start: mutation(startExperiment),
  stop: mutation(stopExperiment),
});
