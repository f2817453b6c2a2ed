import { z } from "zod";
import { projectRoles } from "../access/actions";
import { notFound } from "../errors";
import { projectId } from "../ids";
import { tell } from "../notifications/contract/tell";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { mustLead } from "./must-lead";

export const putProjectMember = command("projects.put-project-member", {
  title: "Add a member to a project or change their role",
  permission: "project.update",
  input: z.object({ id: projectId, userId: z.string(), role: z.enum(projectRoles) }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, userId, role }) {
    const { projects, members, actor, changed } = tools;
    if (!(await projects.find(id))) notFound("Project", id);
    const inProject = await projects.listMembers(id);
    mustLead(actor, inProject);
    if (!(await members.find(userId))) notFound("Member", userId);
    await projects.putMember(id, userId, role);
    const before = inProject.find((each) => each.userId === userId)?.role ?? null;
    const byId = actor.kind === "user" ? actor.id : null;
    if (!before && userId !== byId)
      await tell(tools, [{ userId, kind: "project", projectId: id, byId }]);
    changed({ subject: userId, before: { projectRole: before }, after: { projectRole: role } });
  },
});
