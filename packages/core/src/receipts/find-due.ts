import type { StoredReceipt } from "@besunny/db/privacy/receipts";
import { z } from "zod";
import { query } from "../operation/query";
import { ofType } from "../shapes";
import { ReceiptAddition } from "./contract/addition";

/** Returns receipts that name something whose day has come, with their additions. */
export const findDue = query("receipts.find-due", {
  title: "Find receipts to confirm",
  permission: "privacy.work",
  input: z.object({ limit: z.number().int().min(1).max(500) }),
  output: z.object({
    items: z.array(
      z.object({ receipt: ofType<StoredReceipt>(), before: z.array(ReceiptAddition) }),
    ),
  }),
  doors: [],

  async handle({ receipts, clock }, { limit }) {
    const due = await receipts.listToConfirm(clock(), limit);
    const additions = await receipts.listAdditions(due.map(({ id }) => id));
    return {
      items: due.map((receipt) => ({
        receipt,
        before: additions
          .filter(({ receiptId }) => receiptId === receipt.id)
          .map(({ text }) => ReceiptAddition.parse(JSON.parse(text))),
      })),
    };
  },
});
