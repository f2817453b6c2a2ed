import { z } from "zod";

import { projectRoles } from "../access/actions";
import { count, idIn, instant } from "../shapes";

/** The fields of a project that people write. They have no defaults, so that a change leaves out the fields that it does not name. */
export const projectFields = z.object({
  name: z.string().trim().min(1, "Give the project a name").max(120),
  description: z.string().trim().max(2000),
  isRestricted: z.boolean(),
});

/** Wishes of the people of a project about answers. */
export const Instructions = z.string().trim().max(2000);

/** A project. `documentCount` leaves out the trash. */
export const Project = z
  .object({
    id: idIn("prj"),
    name: z.string(),
    description: z.string(),
    isRestricted: z.boolean(),
    /** True for the one project that holds the sample documents. */
    isSample: z.boolean(),
    documentCount: count,
    createdAt: instant,
    archivedAt: instant.nullable(),
  })
  .meta({ id: "Project" });

/** A project with its members. `myRole` is the caller's role in it; owners and admins of the workspace lead every project. */
export const ProjectDetail = Project.extend({
  myRole: z.enum(projectRoles),
  instructions: z.string(),
  members: z.array(
    z.object({
      userId: idIn("usr"),
      role: z.string(),
      name: z.string(),
      email: z.string(),
    }),
  ),
}).meta({ id: "ProjectDetail" });
