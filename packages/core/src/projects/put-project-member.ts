import { z } from "zod";
import { projectRoles } from "../access/actions";
import { notFound } from "../errors";
import { projectId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { mustLead } from "./must-lead";

export const putProjectMember = command("projects.put-project-member", {
  title: "Add a member to a project or change their role",
  permission: "project.update",
  input: z.object({ id: projectId, userId: z.string(), role: z.enum(projectRoles) }),
  output: nothing,
  doors: ["web"],

  async handle({ projects, members, actor, changed }, { id, userId, role }) {
    if (!(await projects.find(id))) notFound("Project", id);
    const inProject = await projects.listMembers(id);
    mustLead(actor, inProject);
    if (!(await members.find(userId))) notFound("Member", userId);
    await projects.putMember(id, userId, role);
    const before = inProject.find((each) => each.userId === userId)?.role ?? null;
    changed({ subject: userId, before: { projectRole: before }, after: { projectRole: role } });
  },
});
