import { deleteSampleProject } from "./delete-sample-project";
import { getFirstSteps } from "./get-first-steps";
import { listSampleDocuments } from "./list-sample-documents";
import { noteFirstStep } from "./note-first-step";
import { noteVisit } from "./note-visit";
import { openSampleProject } from "./open-sample-project";
import { removeSample } from "./remove-sample";
import { startSample } from "./start-sample";

/** Every operation of the slice. */
export const onboardingOperations = [
  deleteSampleProject,
  getFirstSteps,
  listSampleDocuments,
  noteFirstStep,
  noteVisit,
  openSampleProject,
  removeSample,
  startSample,
] as const;
