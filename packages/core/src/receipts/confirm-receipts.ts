import { z } from "zod";
import { flow } from "../operation/flow";
import { count } from "../shapes";
import { addToReceipts } from "./add-to-receipts";
import { daysOfOpen, type ReceiptAddition, settled } from "./contract/addition";
import { hashOf, textOf } from "./contract/receipt";
import { findDue } from "./find-due";

const AT_ONCE = 200;

/** Confirms what receipts named as not gone yet, once its day has come, by a signed addition to each. */
export const confirmReceipts = flow("receipts.confirm-receipts", {
  title: "Confirm receipts",
  permission: "privacy.work",
  input: z.object({}),
  output: z.object({ confirmed: count, isMore: z.boolean() }),
  doors: ["job"],
  uses: ["signer", "retention"],
  audit: { notAudited: "Each addition leaves a row." },

  async handle({ caller, signer, retention, clock, workspaceId }) {
    const now = clock();
    const { items } = await findDue(caller, { limit: AT_ONCE });
    const additions = items.map(({ receipt, before }) => {
      const { confirmed, postponed, open } = settled(receipt.text, before, {
        now,
        backupDays: retention.backupDays,
      });
      const addition: ReceiptAddition = {
        format: "besunny-receipt-addition/1",
        receiptId: receipt.id,
        receiptSha256: hashOf(receipt.text),
        workspaceId,
        madeAt: now.toISOString(),
        confirmed,
        postponed,
      };
      const text = textOf(addition);
      const number = before.length + 1;
      return {
        receiptId: receipt.id,
        number,
        text,
        ...signer.sign(text),
        ...daysOfOpen(open),
        createdAt: now,
      };
    });
    if (additions.length > 0) await addToReceipts(caller, { additions });
    return { confirmed: additions.length, isMore: items.length === AT_ONCE };
  },
});
