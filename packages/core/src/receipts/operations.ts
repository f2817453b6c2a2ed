import { findReceipt } from "./find-receipt";
import { getReceipt } from "./get-receipt";
import { listReceipts } from "./list-receipts";
import { verifyReceipt } from "./verify-receipt";

/** Every operation of the slice. */
export const receiptsOperations = [findReceipt, getReceipt, listReceipts, verifyReceipt] as const;
