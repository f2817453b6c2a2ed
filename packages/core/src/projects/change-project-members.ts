import { z } from "zod";
import { projectRoles } from "../access/actions";
import { projectId } from "../ids";
import { notFound } from "../errors";
import { command } from "../operation/operation";
import { mustLead } from "./must-lead";

export const putProjectMember = command({
  action: "project.update",
  input: z.object({ id: projectId, userId: z.string(), role: z.enum(projectRoles) }),

  async run({ projects, members, actor }, { id, userId, role }) {
    if (!(await projects.find(id))) notFound("Project", id);
    mustLead(actor, await projects.listMembers(id));
    if (!(await members.find(userId))) notFound("Member", userId);
    await projects.putMember(id, userId, role);
  },
});

export const removeProjectMember = command({
  action: "project.update",
  input: z.object({ id: projectId, userId: z.string() }),

  async run({ projects, actor }, { id, userId }) {
    if (!(await projects.find(id))) notFound("Project", id);
    mustLead(actor, await projects.listMembers(id));
    await projects.removeMember(id, userId);
  },
});
