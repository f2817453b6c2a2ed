import { z } from "zod";

import { command } from "../operation/operation";

/** Without defaults: a change that does not name a field leaves it as it is. */
export const projectFields = z.object({
  name: z.string().trim().min(1, "Give the project a name").max(120),
  description: z.string().trim().max(2000),
  isRestricted: z.boolean(),
});

/** Whoever creates a project leads it. A restricted one is seen by its members and the workspace's admins alone. */
export const createProject = command({
  action: "project.create",
  input: projectFields.extend({
    description: projectFields.shape.description.default(""),
    isRestricted: projectFields.shape.isRestricted.default(false),
  }),

  async run({ projects, actor }, fields) {
    const createdById = actor.kind === "user" ? actor.id : null;
    const project = await projects.create({ ...fields, createdById });
    if (createdById) await projects.putMember(project.id, createdById, "lead");
    return project;
  },
});
