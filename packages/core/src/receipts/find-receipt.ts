import type { StoredReceipt } from "@besunny/db/privacy/receipts";
import { z } from "zod";
import { notFound } from "../errors";
import { receiptId } from "../ids";
import { query } from "../operation/query";
import { ofType } from "../shapes";

/** Returns a receipt as it is kept. */
export const findReceipt = query("receipts.find-receipt", {
  title: "Find a receipt of a deletion",
  permission: "privacy.manage",
  input: z.object({ id: receiptId }),
  output: ofType<StoredReceipt>(),
  doors: [],

  handle: async ({ receipts }, { id }) => (await receipts.find(id)) ?? notFound("Receipt", id),
});
