import { exportLabels } from "./labels/export-labels";
import { findUnlabelled } from "./labels/find-unlabelled";
import { getReadiness } from "./labels/get-readiness";
import { getTeaching } from "./labels/get-teaching";
import { listContradictions } from "./labels/list-contradictions";
import { listHelpful } from "./labels/list-helpful";
import { listLabels } from "./labels/list-labels";
import { recordLabelExport } from "./labels/record-label-export";
import { dismissProposal } from "./proposals/dismiss-proposal";
import { proposeTypes } from "./proposals/propose-types";
import { fallBack } from "./releases/fall-back";
import { findReleaseInUse } from "./releases/find-release-in-use";
import { nameRelease } from "./releases/name-release";
import { findRunToTrain } from "./training/find-run-to-train";
import { findToRetrain } from "./training/find-to-retrain";
import { freezeDataset } from "./training/freeze-dataset";
import { listExamples } from "./training/list-examples";
import { listTrainings } from "./training/list-trainings";
import { recordTraining } from "./training/record-training";
import { startTraining } from "./training/start-training";
import { trainModel } from "./training/train-model";

/** Every operation of the slice. */
export const modelsOperations = [
  dismissProposal,
  exportLabels,
  fallBack,
  findReleaseInUse,
  findRunToTrain,
  findToRetrain,
  findUnlabelled,
  freezeDataset,
  getReadiness,
  getTeaching,
  listContradictions,
  listExamples,
  listHelpful,
  listLabels,
  listTrainings,
  nameRelease,
  proposeTypes,
  recordLabelExport,
  recordTraining,
  startTraining,
  trainModel,
] as const;
