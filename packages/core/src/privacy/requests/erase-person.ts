import { z } from "zod";
import { eraseWords } from "../../audit/erase-words";
import { patternOf } from "../../documents/contract/holding/subject";
import { privacyRequestId } from "../../ids";
import { flow } from "../../operation/flow";
import { newReceiptId, signedReceipt } from "../../receipts/contract/receipt";
import { idIn } from "../../shapes";
import { eraseRows } from "./erase-rows";
import { findErasure } from "./find-erasure";
import { planErasure } from "./plan-erasure";
import { receiptOfErasure } from "./receipt-of-erasure";
import { recordErasure } from "./record-erasure";
import { redactFiles } from "./redact-files";

/**
 * Erases a person: words in all tables, in the log, in what was derived of documents and in the index. Then looks for the words everywhere again, signs a
 * receipt and forgets the names of the request. Throws if something is left, so that it is tried again.
 */
export const erasePerson = flow("privacy.erase-person", {
  title: "Erase a person",
  permission: "privacy.work",
  input: z.object({ id: privacyRequestId }),
  output: z.object({ receiptId: idIn("rcp") }),
  doors: ["job"],
  uses: ["signer", "retention"],
  audit: { notAudited: "The erasure of rows and the record of the end leave rows." },

  async handle({ caller, signer, retention, clock, workspaceId }, { id }) {
    const before = await findErasure(caller, { id });
    if (before.receiptId) return { receiptId: before.receiptId };
    const plan = await planErasure(caller, { id });
    const { toRedact, kept, words } = plan;
    const keptIds = kept.map((each) => each.id);
    const { stores, isAccountGone } = await eraseRows(caller, {
      id,
      keptIds,
      redactedIds: toRedact,
      words,
    });
    const pattern = patternOf({ names: words, addresses: [] });
    const about = before.userId ? [before.userId] : [];
    let entries = 0;
    for (let isMore = true; isMore; ) {
      const erased = await eraseWords(caller, { about, holding: pattern });
      entries += erased.ids.length;
      isMore = erased.isMore && erased.ids.length > 0;
    }
    const { files } = await redactFiles(caller, { ids: toRedact, words });
    const receiptId = newReceiptId();
    const receipt = receiptOfErasure({
      id: receiptId,
      workspaceId,
      before,
      plan,
      stores: [...stores, { store: "audit_entries", found: entries }],
      files,
      isAccountGone,
      now: clock(),
      backupDays: retention.backupDays,
    });
    await recordErasure(caller, { id, keptIds, receipt: signedReceipt(signer, receipt, id) });
    return { receiptId };
  },
});
