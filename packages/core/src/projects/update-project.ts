import { z } from "zod";
import { writeAccess } from "../documents/contract/write-access";
import { notFound } from "../errors";
import { projectId } from "../ids";
import { command } from "../operation/command";
import { Project, projectFields } from "./contract";
import { mustLead } from "./must-lead";

/**
 * Changes a project. Opening or restricting it changes at once who sees its documents. Opening it to the workspace needs a confirmation.
 */
export const updateProject = command("projects.update-project", {
  title: "Change a project",
  permission: "project.update",
  input: projectFields.partial().extend({
    id: projectId,
    /** True if the caller has seen that this opens documents to the whole workspace. */
    isConfirmed: z.boolean().default(false),
  }),
  output: Project,
  doors: ["web", "rest"],
  // All documents of a project change in one transaction: 10,000 take about two seconds (`bench api`), and more on a busy machine.
  timeoutSeconds: 600,

  async handle(tools, { id, name, description, isRestricted, isConfirmed }) {
    const { projects, filing, actor, changed } = tools;
    await filing.lockProject(id);
    const project = (await projects.find(id)) ?? notFound("Project", id);
    mustLead(actor, await projects.listMembers(id));
    const changesAccess = isRestricted !== undefined && isRestricted !== project.isRestricted;
    if (changesAccess) await filing.lockRoots({ projectId: id });
    const updated = await projects.update(id, {
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
      ...(isRestricted !== undefined && { isRestricted }),
    });
    changed({ subject: id, before: fieldsOf(project), after: fieldsOf(updated) });
    if (changesAccess) await writeAccess(tools, { projectId: id }, { isConfirmed });
    return updated;
  },
});

function fieldsOf({ name, description, isRestricted }: z.output<typeof projectFields>) {
  return { name, description, isRestricted };
}
