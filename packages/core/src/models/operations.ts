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
import { findToRecalibrate } from "./training/find-to-recalibrate";
import { findToRetrain } from "./training/find-to-retrain";
import { freezeDataset } from "./training/freeze-dataset";
import { listExamples } from "./training/list-examples";
import { listTrainings } from "./training/list-trainings";
import { recalibrateModels } from "./training/recalibrate-models";
import { recordRecalibration } from "./training/record-recalibration";
import { recordTraining } from "./training/record-training";
import { startTraining } from "./training/start-training";
import { trainModel } from "./training/train-model";
import { agreeToTuning } from "./tuning/agree-to-tuning";
import { askForTuning } from "./tuning/ask-for-tuning";
import { beginTuning } from "./tuning/begin-tuning";
import { estimateTuning } from "./tuning/estimate-tuning";
import { exportTuning } from "./tuning/export-tuning";
import { findTuning } from "./tuning/find-tuning";
import { getTuning } from "./tuning/get-tuning";
import { listTuningExamples } from "./tuning/list-tuning-examples";
import { listTunings } from "./tuning/list-tunings";
import { recordTuning } from "./tuning/record-tuning";
import { startTuning } from "./tuning/start-tuning";
import { stopTuning } from "./tuning/stop-tuning";
import { watchTuning } from "./tuning/watch-tuning";

/** Every operation of the slice. */
export const modelsOperations = [
  agreeToTuning,
  askForTuning,
  beginTuning,
  dismissProposal,
  estimateTuning,
  exportLabels,
  exportTuning,
  fallBack,
  findReleaseInUse,
  findRunToTrain,
  findToRetrain,
  findTuning,
  findUnlabelled,
  freezeDataset,
  getReadiness,
  getTeaching,
  getTuning,
  listContradictions,
  listExamples,
  listHelpful,
  listLabels,
  listTrainings,
  listTuningExamples,
  listTunings,
  nameRelease,
  proposeTypes,
  recordLabelExport,
  recordTraining,
  recalibrateModels,
  recordRecalibration,
  findToRecalibrate,
  recordTuning,
  startTraining,
  startTuning,
  stopTuning,
  trainModel,
  watchTuning,
] as const;
