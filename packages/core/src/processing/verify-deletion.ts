import { z } from "zod";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { newReceiptId, signedReceipt } from "../receipts/contract/receipt";
import { count } from "../shapes";
import { findLeftoverRows } from "./find-leftover-rows";
import { receiptOfDeletion } from "./receipt-of-deletion";
import { recordDeletion } from "./record-deletion";

/**
 * Looks for deleted documents in every store: tables, files, the index and the engine. Leaves a row in the audit log with what it found.
 * If that is nothing, it signs a receipt for each of them.
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
  uses: ["files", "index", "engineRuns", "signer", "retention"],
  audit: { notAudited: "The record of the deletion leaves the row." },

  async handle(tools, { documents, runId }) {
    const { caller, files, index, engineRuns, signer, workspaceId, clock, retention } = tools;
    const ids = documents.map((each) => each.documentId);
    const { phrases, stores, before, searched } = await findLeftoverRows(caller, { ids });
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
    const { backupDays } = retention;
    const given = { workspaceId, searched, now: clock(), backupDays };
    const receipts =
      left.length > 0
        ? []
        : before.map((each) =>
            signedReceipt(
              signer,
              receiptOfDeletion({ ...given, id: newReceiptId(), before: each }),
              each.documentId,
            ),
          );
    await recordDeletion(caller, { ids, phrases, stores: left, receipts });
    return left;
  },
});
