import { z } from "zod";

import { AppError } from "../errors";
import { command } from "../operation/command";
import { projectFields } from "../projects/contract";
import { idIn } from "../shapes";

/** Returns the project of the sample documents, and makes it if there is none. */
export const openSampleProject = command("onboarding.open-sample-project", {
  title: "Make the project of the sample documents",
  permission: "workspace.update",
  input: projectFields.pick({ name: true, description: true }),
  output: z.object({ id: idIn("prj") }),
  doors: [],

  async handle({ projects, actor }, fields) {
    const createdById = actor.kind === "user" ? actor.id : null;
    await projects.addSample({ ...fields, createdById });
    const sample = await projects.findSample();
    if (!sample) throw new AppError("INTERNAL", "The sample project was not made");
    if (createdById) await projects.putMember(sample.id, createdById, "lead");
    return { id: sample.id };
  },
});
