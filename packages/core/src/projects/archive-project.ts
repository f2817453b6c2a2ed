import { z } from "zod";

import { projectId } from "../ids";
import { notFound } from "../errors";
import { command } from "../operation/operation";

/** Out of sight and closed to new documents; nothing is lost, and it can be restored. */
export const archiveProject = command({
  action: "project.archive",
  input: z.object({ id: projectId, isArchived: z.boolean().default(true) }),

  async run({ projects, clock }, { id, isArchived }) {
    if (!(await projects.find(id))) notFound("Project", id);
    return projects.update(id, { archivedAt: isArchived ? clock() : null });
  },
});
