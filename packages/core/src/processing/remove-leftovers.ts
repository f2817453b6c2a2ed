import { z } from "zod";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { nothing } from "../shapes";

/**
 * After a document was deleted for good: its files, its place in the index and what background functions kept of it go too. `runId` is the
 * run that does it, which stays until it is old.
 */
export const removeLeftovers = flow("processing.remove-leftovers", {
  title: "Remove the files of a deleted document",
  permission: "document.cleanUp",
  input: z.object({ documentId, keys: z.array(z.string()), runId: z.string() }),
  output: nothing,
  doors: ["job"],
  uses: ["files", "index", "engineRuns"],
  audit: { notAudited: "Deleting the document is recorded." },

  async handle({ files, index, engineRuns, workspaceId }, { documentId: id, keys, runId }) {
    await index.removeDocument(workspaceId, id);
    for (const key of keys) await files.remove(key);
    await files.removeAll(`derived/${workspaceId}/${id}`);
    await engineRuns?.forgetRuns({ data: { documentId: id }, exceptRunId: runId });
  },
});
