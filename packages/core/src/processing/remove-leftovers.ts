import { z } from "zod";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { nothing } from "../shapes";
import { noteFound } from "./note-found";
import { verifyDeletion } from "./verify-deletion";

/**
 * Deletes the rest of deleted documents: their files, their passages in the index and the engine's records of their runs. Then proves that
 * nothing is left, and throws if something is, so that it is tried again. `runId` is the run that does this; its own record stays until it
 * is old.
 */
export const removeLeftovers = flow("processing.remove-leftovers", {
  title: "Remove the files of deleted documents",
  permission: "document.cleanUp",
  input: z.object({
    documents: z.array(z.object({ documentId, keys: z.array(z.string()) })),
    runId: z.string(),
  }),
  output: nothing,
  doors: ["job"],
  uses: ["files", "index", "engineRuns"],
  audit: { notAudited: "Deleting the documents is recorded." },

  async handle({ caller, files, index, engineRuns, workspaceId }, { documents, runId }) {
    const held = await index.describe(
      workspaceId,
      documents.map((each) => each.documentId),
    );
    const passages = new Map(held.map((each) => [each.documentId, each.passages]));
    const found = [];
    for (const { documentId: id, keys } of documents) {
      const derived = await files.list(`derived/${workspaceId}/${id}`);
      let originals = 0;
      for (const key of keys)
        originals += !derived.includes(key) && (await files.exists(key)) ? 1 : 0;
      found.push({
        documentId: id,
        found: { files: originals + derived.length, index: passages.get(id) ?? 0 },
      });
    }
    await noteFound(caller, { documents: found });
    for (const { documentId: id, keys } of documents) {
      await index.removeDocument(workspaceId, id);
      for (const key of keys) await files.remove(key);
      await files.removeAll(`derived/${workspaceId}/${id}`);
      const data = { documentId: id };
      const engine = (await engineRuns?.forgetRuns({ data, exceptRunId: runId })) ?? 0;
      await noteFound(caller, { documents: [{ documentId: id, found: { engine } }] });
    }
    const left = await verifyDeletion(caller, { documents, runId });
    if (left.length > 0)
      throw new Error(
        `Deleted documents left ${left.map(({ store, found }) => `${found} in ${store}`).join(", ")}`,
      );
  },
});
