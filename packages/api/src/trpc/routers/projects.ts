import { getProjectHistory } from "@besunny/core/audit/get-project-history";
import { fileDocuments } from "@besunny/core/documents/file-documents";
import { archiveProject } from "@besunny/core/projects/archive-project";
import { createProject } from "@besunny/core/projects/create-project";
import { getProject } from "@besunny/core/projects/get-project";
import { listProjects } from "@besunny/core/projects/list-projects";
import { putProjectMember } from "@besunny/core/projects/put-project-member";
import { removeProjectMember } from "@besunny/core/projects/remove-project-member";
import { setInstructions } from "@besunny/core/projects/set-instructions";
import { updateProject } from "@besunny/core/projects/update-project";

import { router } from "../init";
import { mutation, query } from "../operations";

export const projectsRouter = router({
  list: query(listProjects),
  get: query(getProject),
  history: query(getProjectHistory),
  create: mutation(createProject),
  update: mutation(updateProject),
  setInstructions: mutation(setInstructions),
  archive: mutation(archiveProject),
  fileDocuments: mutation(fileDocuments),
  putMember: mutation(putProjectMember),
  removeMember: mutation(removeProjectMember),
});
