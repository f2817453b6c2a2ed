import { z } from "zod";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { count } from "../shapes";
import { findLeftoverRows } from "./find-leftover-rows";
import { recordDeletion } from "./record-deletion";

/**
 * Looks for deleted documents in every store: tables, files, the index and the engine. Leaves a row in the audit log with what it found,
 * which admins see as the receipt of the deletion.
 */
export const verifyDeletion = flow("processing.verify-deletion", {
  title: "Prove that nothing is left of deleted documents",
  permission: "document.cleanUp",
  input: z.object({
    documents: z.array(z.object({ documentId, keys: z.array(z.string()) })),
    runId: z.string(),
  }),
  output: z.array(z.object({ store: z.string(), found: count })),
  doors: [],
  uses: ["files", "index", "engineRuns"],
  audit: { notAudited: "The record of the deletion leaves the row." },

  async handle({ caller, files, index, engineRuns, workspaceId }, { documents, runId }) {
    const ids = documents.map((each) => each.documentId);
    const { phrases, stores } = await findLeftoverRows(caller, { ids });
    const held = await index.describe(workspaceId, ids);
    let [stored, runs] = [0, 0];
    for (const { documentId: id, keys } of documents) {
      for (const key of keys) stored += (await files.exists(key)) ? 1 : 0;
      stored += (await files.list(`derived/${workspaceId}/${id}`)).length;
      // A record that is forgotten only now was still there.
      runs += (await engineRuns?.forgetRuns({ data: { documentId: id }, exceptRunId: runId })) ?? 0;
    }
    const passages = held.reduce((sum, each) => sum + each.passages, 0);
    const outside = [
      { store: "files", found: stored },
      { store: "index", found: passages },
      { store: "engine", found: runs },
    ].filter(({ found }) => found > 0);
    const left = [...stores, ...outside];
    await recordDeletion(caller, { ids, phrases, stores: left });
    return left;
  },
});
