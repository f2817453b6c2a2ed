import type { StoredReceipt } from "@besunny/db/privacy/receipts";
import { z } from "zod";
import { notFound } from "../errors";
import { receiptId } from "../ids";
import { query } from "../operation/query";
import { ofType } from "../shapes";
import { ReceiptAddition, SignedAddition } from "./contract/addition";

/** Returns a receipt as it is kept, with its additions. */
export const findReceipt = query("receipts.find-receipt", {
  title: "Find a receipt of a deletion",
  permission: "privacy.manage",
  input: z.object({ id: receiptId }),
  output: z.object({ receipt: ofType<StoredReceipt>(), additions: z.array(SignedAddition) }),
  doors: [],

  async handle({ receipts }, { id }) {
    const receipt = (await receipts.find(id)) ?? notFound("Receipt", id);
    const additions = (await receipts.listAdditions([id])).map(({ text, keyId, signature }) => ({
      addition: ReceiptAddition.parse(JSON.parse(text)),
      keyId,
      signature,
    }));
    return { receipt, additions };
  },
});
