import { z } from "zod";
import { projectId } from "../ids";
import { query } from "../operation/query";
import { nothing } from "../shapes";
import { projectToFileIn } from "./contract/project-to-file-in";

/** Throws, before any bytes are sent, the errors of `uploadDocument` about projects that the actor may not add documents to. */
export const checkUpload = query("documents.check-upload", {
  title: "Check whether files may be uploaded to projects",
  permission: "document.upload",
  input: z.object({ projectIds: z.array(projectId).max(20) }),
  output: nothing,
  doors: ["web", "rest"],

  async handle(tools, { projectIds }) {
    for (const id of projectIds) await projectToFileIn(tools, id);
  },
});
