import { z } from "zod";
import { refileFamilies } from "../documents/contract/write-access";
import { notFound } from "../errors";
import { projectId } from "../ids";
import { command } from "../operation/command";
import { Project, projectFields } from "./contract";
import { mustLead } from "./must-lead";

/** Opening or restricting a project changes at once who sees its documents; opening shows them to the workspace, and is to be confirmed. */
export const updateProject = command("projects.update-project", {
  title: "Change a project",
  permission: "project.update",
  input: projectFields.partial().extend({
    id: projectId,
    /** Whoever asks has seen that this opens documents to the whole workspace. */
    isConfirmed: z.boolean().default(false),
  }),
  output: Project,
  doors: ["web", "rest"],

  async handle(tools, { id, name, description, isRestricted, isConfirmed }) {
    const { projects, filing, actor } = tools;
    await filing.lockProject(id);
    const project = (await projects.find(id)) ?? notFound("Project", id);
    mustLead(actor, await projects.listMembers(id));
    if (isRestricted !== undefined && isRestricted !== project.isRestricted) {
      const families = await filing.lockFamilies(await projects.documentIds(id));
      const refilings = families.map((family) => ({
        family,
        filedIn: family.filedIn.map((filed) =>
          filed.id === id ? { ...filed, isRestricted } : filed,
        ),
      }));
      await refileFamilies(tools, refilings, { isConfirmed });
    }
    return projects.update(id, {
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
      ...(isRestricted !== undefined && { isRestricted }),
    });
  },
});
