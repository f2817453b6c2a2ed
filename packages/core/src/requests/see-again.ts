import { z } from "zod";
import { notFound } from "../errors";
import { batchId, documentId, projectId } from "../ids";
import { query } from "../operation/query";
import { nothing } from "../shapes";

/** Throws `NOT_FOUND` if the actor may not see one of these any more, or if it was deleted. */
export const seeAgain = query("requests.see-again", {
  title: "Check that everything in an answer may still be seen",
  permission: "document.read",
  input: z.object({
    documents: z.array(documentId),
    projects: z.array(projectId),
    batches: z.array(batchId),
  }),
  output: nothing,
  doors: [],

  async handle({ documents, projects, batches }, ids) {
    const found = new Set((await documents.findMany(ids.documents)).map(({ id }) => id));
    for (const id of ids.documents) if (!found.has(id)) notFound("Document", id);
    for (const id of ids.projects) (await projects.find(id)) ?? notFound("Project", id);
    for (const id of ids.batches) (await batches.find(id)) ?? notFound("Batch", id);
  },
});
