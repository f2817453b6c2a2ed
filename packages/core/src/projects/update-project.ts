import { projectId } from "../documents/document";
import { refileDocuments } from "../documents/refile-documents";
import { notFound } from "../errors";
import { command } from "../operation";
import { projectFields } from "./create-project";
import { mustLead } from "./must-lead";

/** Opening or restricting a project changes at once who sees its documents. */
export const updateProject = command({
  action: "project.update",
  input: projectFields.partial().extend({ id: projectId }),

  async run(tools, { id, name, description, isRestricted }) {
    const { projects, actor } = tools;
    const project = (await projects.find(id)) ?? notFound("Project", id);
    mustLead(actor, await projects.listMembers(id));
    const updated = await projects.update(id, {
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
      ...(isRestricted !== undefined && { isRestricted }),
    });
    if (updated.isRestricted !== project.isRestricted)
      await refileDocuments(tools, await projects.documentIds(id));
    return updated;
  },
});
