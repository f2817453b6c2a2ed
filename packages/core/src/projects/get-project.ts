import { z } from "zod";

import { projectId } from "../documents/document";
import { notFound } from "../errors";
import { query } from "../operation";

export const getProject = query({
  action: "project.read",
  input: z.object({ id: projectId }),

  async run({ projects, members }, { id }) {
    const project = (await projects.find(id)) ?? notFound("Project", id);
    const [inProject, inWorkspace] = await Promise.all([projects.listMembers(id), members.list()]);
    return {
      ...project,
      members: inProject.flatMap(({ userId, role }) => {
        const member = inWorkspace.find((each) => each.userId === userId);
        return member ? [{ userId, role, ...member.user }] : [];
      }),
    };
  },
});
