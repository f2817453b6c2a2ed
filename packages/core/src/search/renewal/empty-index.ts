import { z } from "zod";
import { flow } from "../../operation/flow";

/** Removes the workspace's documents from the wanted index: it was left behind earlier, so what it holds may be old. */
export const emptyIndex = flow("search.empty-index", {
  title: "Empty the index of the embedding model",
  permission: "index.write",
  input: z.object({}),
  output: z.object({ removed: z.number() }),
  doors: ["job"],
  uses: ["generations"],
  audit: { notAudited: "The schedule's run records it." },

  async handle({ generations: { wanted }, workspaceId }) {
    const ids = await wanted.listDocumentIds(workspaceId);
    for (const id of ids) await wanted.removeDocument(workspaceId, id);
    return { removed: ids.length };
  },
});
