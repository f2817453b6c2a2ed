import { compareWorkspaceReleases } from "@besunny/core/platform/models/compare-workspace-releases";
import { getWorkspaceEvaluation } from "@besunny/core/platform/models/get-workspace-evaluation";
import { getWorkspaceExperiment } from "@besunny/core/platform/models/get-workspace-experiment";
import { listModelWorkspaces } from "@besunny/core/platform/models/list-model-workspaces";
import { listWorkspaceEvaluations } from "@besunny/core/platform/models/list-workspace-evaluations";
import { listWorkspaceExperiments } from "@besunny/core/platform/models/list-workspace-experiments";
import { listWorkspaceReleases } from "@besunny/core/platform/models/list-workspace-releases";
import { rollBackRelease } from "@besunny/core/platform/models/roll-back-release";
import { stopWorkspaceExperiment } from "@besunny/core/platform/models/stop-workspace-experiment";

import { router } from "../../init";
import { platformMutation, platformQuery } from "../../operations";

export const adminModelsRouter = router({
  workspaces: platformQuery(listModelWorkspaces),
  releases: platformQuery(listWorkspaceReleases),
  compare: platformQuery(compareWorkspaceReleases),
  evaluations: platformQuery(listWorkspaceEvaluations),
  evaluation: platformQuery(getWorkspaceEvaluation),
  experiments: platformQuery(listWorkspaceExperiments),
  experiment: platformQuery(getWorkspaceExperiment),
  rollBack: platformMutation(rollBackRelease),
  stopExperiment: platformMutation(stopWorkspaceExperiment),
});
