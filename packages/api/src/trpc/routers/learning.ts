import { importLabels } from "@besunny/core/documents/labels/import-labels";
import { previewLabels } from "@besunny/core/documents/labels/preview-labels";
import { exportLabels } from "@besunny/core/models/labels/export-labels";
import { getReadiness } from "@besunny/core/models/labels/get-readiness";
import { getTeaching } from "@besunny/core/models/labels/get-teaching";
import { listContradictions } from "@besunny/core/models/labels/list-contradictions";
import { listHelpful } from "@besunny/core/models/labels/list-helpful";
import { listLabels } from "@besunny/core/models/labels/list-labels";
import { dismissProposal } from "@besunny/core/models/proposals/dismiss-proposal";
import { proposeTypes } from "@besunny/core/models/proposals/propose-types";
import { listTrainings } from "@besunny/core/models/training/list-trainings";
import { startTraining } from "@besunny/core/models/training/start-training";

import { agreeToTuning } from "@besunny/core/models/tuning/agree-to-tuning";
import { estimateTuning } from "@besunny/core/models/tuning/estimate-tuning";
import { exportTuning } from "@besunny/core/models/tuning/export-tuning";
import { getTuning } from "@besunny/core/models/tuning/get-tuning";
import { startTuning } from "@besunny/core/models/tuning/start-tuning";
import { stopTuning } from "@besunny/core/models/tuning/stop-tuning";

import { router } from "../init";
import { mutation, query } from "../operations";

export const learningRouter = router({
  labels: query(listLabels),
  exportLabels: mutation(exportLabels),
  previewLabels: mutation(previewLabels),
  importLabels: mutation(importLabels),
  contradictions: query(listContradictions),
  helpful: query(listHelpful),
  teaching: query(getTeaching),
  readiness: query(getReadiness),
  trainings: query(listTrainings),
  train: mutation(startTraining),
  tuning: query(getTuning),
  estimateTuning: query(estimateTuning),
  startTuning: mutation(startTuning),
  agreeToTuning: mutation(agreeToTuning),
  stopTuning: mutation(stopTuning),
  exportTuning: mutation(exportTuning),
  proposals: query(proposeTypes),
  dismissProposal: mutation(dismissProposal),
});
