import { z } from "zod";
import { notFound } from "../errors";
import { projectId } from "../ids";
import { command } from "../operation/command";
import { Project } from "./contract";

/** Archives or restores a project. An archived project is hidden and closed to new documents; its documents stay. */
export const archiveProject = command("projects.archive-project", {
  title: "Archive or restore a project",
  permission: "project.archive",
  input: z.object({ id: projectId, isArchived: z.boolean().default(true) }),
  output: Project,
  doors: ["web", "rest"],

  async handle({ projects, clock, changed }, { id, isArchived }) {
    const { archivedAt: before } = (await projects.find(id)) ?? notFound("Project", id);
    const archivedAt = isArchived ? clock() : null;
    changed({ subject: id, before: { archivedAt: before }, after: { archivedAt } });
    return projects.update(id, { archivedAt });
  },
});
