import { z } from "zod";
import { notFound } from "../errors";
import { projectId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { mustLead } from "./must-lead";

export const removeProjectMember = command("projects.remove-project-member", {
  title: "Remove a member from a project",
  permission: "project.update",
  input: z.object({ id: projectId, userId: z.string() }),
  output: nothing,
  doors: ["web"],

  async handle({ projects, actor, changed }, { id, userId }) {
    if (!(await projects.find(id))) notFound("Project", id);
    const inProject = await projects.listMembers(id);
    mustLead(actor, inProject);
    await projects.removeMember(id, userId);
    const before = inProject.find((each) => each.userId === userId)?.role ?? null;
    changed({ subject: userId, before: { projectRole: before }, after: { projectRole: null } });
  },
});
