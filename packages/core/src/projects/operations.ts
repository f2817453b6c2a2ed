import { archiveProject } from "./archive-project";
import { createProject } from "./create-project";
import { getProject } from "./get-project";
import { listProjects } from "./list-projects";
import { putProjectMember } from "./put-project-member";
import { removeProjectMember } from "./remove-project-member";
import { updateProject } from "./update-project";

/** Every operation of the slice. */
export const projectsOperations = [
  archiveProject,
  createProject,
  getProject,
  listProjects,
  putProjectMember,
  removeProjectMember,
  updateProject,
] as const;
