import { z } from "zod";
import { roleFor } from "../access/rights";
import { notFound } from "../errors";
import { projectId } from "../ids";
import { query } from "../operation/query";
import { ProjectDetail } from "./contract";

export const getProject = query("projects.get-project", {
  title: "Show a project",
  permission: "project.read",
  input: z.object({ id: projectId }),
  output: ProjectDetail,
  doors: ["web", "rest"],

  async handle({ projects, members, actor }, { id }) {
    const project = (await projects.find(id)) ?? notFound("Project", id);
    const [inProject, inWorkspace] = await Promise.all([projects.listMembers(id), members.list()]);
    return {
      ...project,
      /** The caller's role in the project; owners and admins of the workspace lead every project. */
      myRole: roleFor(actor, { filedIn: [project] }),
      instructions: (await projects.findInstructions(id)) ?? "",
      members: inProject.flatMap(({ userId, role }) => {
        const member = inWorkspace.find((each) => each.userId === userId);
        return member ? [{ userId, role, ...member.user }] : [];
      }),
    };
  },
});
