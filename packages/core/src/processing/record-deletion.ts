import { z } from "zod";
import { documentId } from "../ids";
import { command } from "../operation/command";
import { secret } from "../operation/secret";
import { hashOf, type KeptReceipt } from "../receipts/contract/receipt";
import { count, nothing, ofType } from "../shapes";

/** Records what was found of deleted documents in all stores. If nothing was, keeps the receipts and forgets the phrases that were looked for. */
export const recordDeletion = command("processing.record-deletion", {
  title: "Record that nothing is left of deleted documents",
  permission: "document.cleanUp",
  input: z.object({
    ids: z.array(documentId),
    phrases: count,
    stores: z.array(z.object({ store: z.string(), found: count })),
    receipts: secret(z.array(ofType<KeptReceipt>())),
  }),
  output: nothing,
  doors: [],

  async handle({ deletionChecks, receipts: kept, changed }, { ids, phrases, stores, receipts }) {
    const left = Object.fromEntries(stores.map(({ store, found }) => [store, found]));
    const receiptOf = new Map(receipts.map((receipt) => [receipt.subject, receipt]));
    for (const subject of ids) {
      const receipt = receiptOf.get(subject);
      const proof = receipt && { receipt: receipt.id, sha256: hashOf(receipt.text) };
      changed({
        subject,
        before: {},
        after: { isGone: stores.length === 0, phrases, left, ...proof },
      });
    }
    await kept.addMany(receipts);
    if (stores.length === 0) await deletionChecks.remove(ids);
  },
});
