import { z } from "zod";

import { query } from "../operation/operation";
import { projectId } from "../ids";
import { projectToFileIn } from "./project-to-file-in";

/** Refuses, before any bytes are sent, what `uploadDocument` would refuse after them: projects that one may not file documents in. */
export const checkUpload = query({
  action: "document.upload",
  input: z.object({ projectIds: z.array(projectId).max(20) }),

  async run(tools, { projectIds }) {
    for (const id of projectIds) await projectToFileIn(tools, id);
  },
});
