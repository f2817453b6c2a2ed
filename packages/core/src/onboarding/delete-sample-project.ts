import { z } from "zod";

import { notFound } from "../errors";
import { projectId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";

/** Deletes the project of the sample documents once its documents are gone. */
export const deleteSampleProject = command("onboarding.delete-sample-project", {
  title: "Delete the project of the sample documents",
  permission: "workspace.update",
  input: z.object({ id: projectId }),
  output: nothing,
  doors: [],

  async handle({ projects, changed }, { id }) {
    const project = await projects.findSample();
    if (project?.id !== id) notFound("Project", id);
    await projects.remove(id);
    changed({ subject: id, before: { name: project?.name ?? null }, after: {} });
  },
});
