import { command } from "../operation/command";
import { Project, projectFields } from "./contract";

/** Creates a project and makes its creator its lead. Only members and the workspace's admins see a restricted project. */
export const createProject = command("projects.create-project", {
  title: "Create a project",
  permission: "project.create",
  input: projectFields.extend({
    description: projectFields.shape.description.default(""),
    isRestricted: projectFields.shape.isRestricted.default(false),
  }),
  output: Project,
  doors: ["web", "rest"],

  async handle({ projects, actor }, fields) {
    const createdById = actor.kind === "user" ? actor.id : null;
    const project = await projects.create({ ...fields, createdById });
    if (createdById) await projects.putMember(project.id, createdById, "lead");
    return project;
  },
});
