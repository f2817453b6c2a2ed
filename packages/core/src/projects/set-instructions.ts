import { z } from "zod";

import { mustContribute } from "../access/rights";
import { conflict, notFound } from "../errors";
import { projectId } from "../ids";
import { command } from "../operation/command";
import { Instructions } from "./contract";

/** Sets what the people of a project ask of answers about it. Its leads and contributors may; readers read it. */
export const setInstructions = command("projects.set-instructions", {
  title: "Set the instructions of a project",
  permission: "project.update",
  input: z.object({ id: projectId, instructions: Instructions }),
  output: z.object({ id: projectId, instructions: z.string() }),
  doors: ["web"],

  async handle({ projects, actor, changed }, { id, instructions }) {
    const project = (await projects.find(id)) ?? notFound("Project", id);
    mustContribute(actor, project);
    if (project.archivedAt) conflict(`The project ${project.name} is archived`);
    const before = await projects.findInstructions(id);
    await projects.setInstructions(id, instructions);
    changed({ subject: id, before: { instructions: before }, after: { instructions } });
    return { id, instructions };
  },
});
