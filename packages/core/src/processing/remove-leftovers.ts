import { z } from "zod";
import { documentId } from "../ids";
import { flow } from "../operation/operation";

/**
 * After a document was deleted for good: its files, its place in the index and what background functions kept of it go too. `runId` is the
 * run that does it, which stays until it is old.
 */
export const removeLeftovers = flow({
  action: "document.process",
  input: z.object({ documentId, keys: z.array(z.string()), runId: z.string() }),

  async run({ files, index, engineRuns, workspaceId }, { documentId: id, keys, runId }) {
    await index.removeDocument(workspaceId, id);
    for (const key of keys) await files.remove(key);
    await files.removeAll(`derived/${workspaceId}/${id}`);
    await engineRuns?.forgetRuns({ data: { documentId: id }, exceptRunId: runId });
  },
});
