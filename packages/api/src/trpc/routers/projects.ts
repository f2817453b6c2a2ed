import { fileDocuments } from "@besunny/core/documents/file-documents";
import { archiveProject } from "@besunny/core/projects/archive-project";
import { removeProjectMember } from "@besunny/core/projects/remove-project-member";
import { putProjectMember } from "@besunny/core/projects/put-project-member";
import { createProject } from "@besunny/core/projects/create-project";
import { getProject } from "@besunny/core/projects/get-project";
import { listProjects } from "@besunny/core/projects/list-projects";
import { updateProject } from "@besunny/core/projects/update-project";

import { router, workspaceProcedure } from "../init";

export const projectsRouter = router({
  list: workspaceProcedure
    .input(listProjects.input)
    .query(({ ctx, input }) => listProjects(ctx.workspace, input)),

  get: workspaceProcedure
    .input(getProject.input)
    .query(({ ctx, input }) => getProject(ctx.workspace, input)),

  create: workspaceProcedure
    .input(createProject.input)
    .mutation(({ ctx, input }) => createProject(ctx.workspace, input)),

  update: workspaceProcedure
    .input(updateProject.input)
    .mutation(({ ctx, input }) => updateProject(ctx.workspace, input)),

  archive: workspaceProcedure
    .input(archiveProject.input)
    .mutation(({ ctx, input }) => archiveProject(ctx.workspace, input)),

  fileDocuments: workspaceProcedure
    .input(fileDocuments.input)
    .mutation(({ ctx, input }) => fileDocuments(ctx.workspace, input)),

  putMember: workspaceProcedure
    .input(putProjectMember.input)
    .mutation(({ ctx, input }) => putProjectMember(ctx.workspace, input)),

  removeMember: workspaceProcedure
    .input(removeProjectMember.input)
    .mutation(({ ctx, input }) => removeProjectMember(ctx.workspace, input)),
});
