import { archiveProject } from "./archive-project";
import { createProject } from "./create-project";
import { findInstructions } from "./find-instructions";
import { getProject } from "./get-project";
import { listProjects } from "./list-projects";
import { putProjectMember } from "./put-project-member";
import { removeProjectMember } from "./remove-project-member";
import { setInstructions } from "./set-instructions";
import { updateProject } from "./update-project";

/** Every operation of the slice. */
export const projectsOperations = [
  archiveProject,
  createProject,
  findInstructions,
  getProject,
  listProjects,
  putProjectMember,
  removeProjectMember,
  setInstructions,
  updateProject,
] as const;
