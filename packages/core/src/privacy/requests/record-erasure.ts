import { z } from "zod";
import { patternOf, Subject } from "../../documents/contract/holding/subject";
import { notFound } from "../../errors";
import { privacyRequestId } from "../../ids";
import { command } from "../../operation/command";
import { secret } from "../../operation/secret";
import { hashOf, type KeptReceipt } from "../../receipts/contract/receipt";
import { nothing, ofType } from "../../shapes";

/**
 * Looks for the words of a person in every table once more, keeps the receipt and forgets the names of the request. Throws, and keeps no receipt, if a
 * row still holds them.
 */
export const recordErasure = command("privacy.record-erasure", {
  title: "Record that a person was erased",
  permission: "privacy.work",
  input: z.object({
    id: privacyRequestId,
    keptIds: z.array(z.string()),
    receipt: secret(ofType<KeptReceipt>()),
  }),
  output: nothing,
  doors: [],
  timeoutSeconds: 300,

  async handle({ privacyRequests, receipts, traces, clock, changed }, { id, keptIds, receipt }) {
    const request = (await privacyRequests.find(id)) ?? notFound("Request", id);
    const pattern = patternOf(Subject.parse(request.subject));
    await privacyRequests.change(id, {
      state: "done",
      subject: {},
      endedAt: clock(),
      receiptId: receipt.id,
    });
    const left = await traces.count(pattern, keptIds);
    if (left.length > 0)
      throw new Error(
        `An erased person is still in ${left.map(({ store, found }) => `${store} (${found})`).join(", ")}`,
      );
    await receipts.addMany([receipt]);
    changed({
      subject: id,
      before: { state: "working" },
      after: { state: "done", receipt: receipt.id, sha256: hashOf(receipt.text) },
    });
  },
});
