import { z } from "zod";

import { projectId } from "../ids";
import { query } from "../operation/query";

/** Returns what the people of a project ask of answers about it; null if they ask nothing or the caller does not see the project. */
export const findInstructions = query("projects.find-instructions", {
  title: "Find the instructions of a project",
  permission: "project.read",
  input: z.object({ id: projectId }),
  output: z.string().nullable(),
  doors: [],
  handle: async ({ projects }, { id }) => (await projects.findInstructions(id)) || null,
});
