import { z } from "zod";
import { query } from "../operation/query";
import { pageOf, paging } from "../shapes";
import { receiptKinds } from "./contract/receipt";
import { ReceiptSummary } from "./contract/shown-receipt";

export const receiptListInput = z.object({ ...paging, kind: z.enum(receiptKinds).optional() });

/** Lists the receipts of deletions, the newest first. */
export const listReceipts = query("receipts.list-receipts", {
  title: "List receipts of deletions",
  permission: "privacy.manage",
  input: receiptListInput,
  output: pageOf(ReceiptSummary),
  doors: ["web", "rest"],

  async handle({ receipts }, given) {
    const { items, nextCursor } = await receipts.list(given);
    return {
      items: items.map(({ id, subject, createdAt, kind, openUntil }) => ({
        id,
        subject,
        openUntil,
        kind: z.enum(receiptKinds).parse(kind),
        madeAt: createdAt,
      })),
      nextCursor,
    };
  },
});
