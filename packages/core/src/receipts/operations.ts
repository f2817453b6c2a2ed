import { addToReceipts } from "./add-to-receipts";
import { confirmReceipts } from "./confirm-receipts";
import { findDue } from "./find-due";
import { findReceipt } from "./find-receipt";
import { getReceipt } from "./get-receipt";
import { listReceipts } from "./list-receipts";
import { verifyReceipt } from "./verify-receipt";

/** Every operation of the slice. */
export const receiptsOperations = [
  addToReceipts,
  confirmReceipts,
  findDue,
  findReceipt,
  getReceipt,
  listReceipts,
  verifyReceipt,
] as const;
