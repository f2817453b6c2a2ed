import { endEvaluation } from "./evaluations/end-evaluation";
import { evaluateHosted } from "./evaluations/evaluate-hosted";
import { evaluatePart } from "./evaluations/evaluate-part";
import { evaluateProposed } from "./evaluations/evaluate-proposed";
import { findCases } from "./evaluations/find-cases";
import { getEvaluation } from "./evaluations/get-evaluation";
import { listDatasets } from "./evaluations/list-datasets";
import { listEvaluations } from "./evaluations/list-evaluations";
import { recordCases } from "./evaluations/record-cases";
import { startEvaluation } from "./evaluations/start-evaluation";
import { findShadow } from "./experiments/find-shadow";
import { getExperiment } from "./experiments/get-experiment";
import { listExperiments } from "./experiments/list-experiments";
import { lookAtExperiment } from "./experiments/look-at-experiment";
import { recordShadow } from "./experiments/record-shadow";
import { shadowDocument } from "./experiments/shadow-document";
import { startExperiment } from "./experiments/start-experiment";
import { stopExperiment } from "./experiments/stop-experiment";
import { forgetHeads } from "./heads/forget-heads";
import { recordForgotten } from "./heads/record-forgotten";
import { retrainHeld } from "./heads/retrain-held";
import { useRetrained } from "./heads/use-retrained";
import { compareReleases } from "./releases/compare-releases";
import { createRelease } from "./releases/create-release";
import { findExamples } from "./releases/find-examples";
import { findToTry } from "./releases/find-to-try";
import { listReleases } from "./releases/list-releases";
import { promoteRelease } from "./releases/promote-release";
import { proposeRelease } from "./releases/propose-release";
import { rollBack } from "./releases/roll-back";
import { tryReleases } from "./releases/try-releases";

/** Every operation of the slice. */
export const trialsOperations = [
  compareReleases,
  createRelease,
  endEvaluation,
  evaluateHosted,
  evaluatePart,
  evaluateProposed,
  findCases,
  findExamples,
  findShadow,
  findToTry,
  forgetHeads,
  recordForgotten,
  retrainHeld,
  useRetrained,
  getEvaluation,
  getExperiment,
  listDatasets,
  listEvaluations,
  listExperiments,
  listReleases,
  lookAtExperiment,
  promoteRelease,
  proposeRelease,
  recordCases,
  recordShadow,
  rollBack,
  shadowDocument,
  startEvaluation,
  startExperiment,
  stopExperiment,
  tryReleases,
] as const;
