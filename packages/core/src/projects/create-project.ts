import { z } from "zod";

import { command } from "../operation";

export const projectFields = z.object({
  name: z.string().trim().min(1, "Give the project a name").max(120),
  description: z.string().trim().max(2000).default(""),
  isRestricted: z.boolean().default(false),
});

/** Whoever creates a project leads it. A restricted one is seen by its members and the workspace's admins alone. */
export const createProject = command({
  action: "project.create",
  input: projectFields,

  async run({ projects, actor }, fields) {
    const createdById = actor.kind === "user" ? actor.id : null;
    const project = await projects.create({ ...fields, createdById });
    if (createdById) await projects.putMember(project.id, createdById, "lead");
    return project;
  },
});
