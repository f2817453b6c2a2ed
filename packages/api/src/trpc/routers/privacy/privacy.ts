import { explainKeeping } from "@besunny/core/privacy/explain-keeping";
import { changeHold } from "@besunny/core/privacy/holds/change-hold";
import { createHold } from "@besunny/core/privacy/holds/create-hold";
import { listHolds } from "@besunny/core/privacy/holds/list-holds";
import { releaseHold } from "@besunny/core/privacy/holds/release-hold";
import { getReceipt } from "@besunny/core/receipts/get-receipt";
import { listReceipts } from "@besunny/core/receipts/list-receipts";
import { verifyReceipt } from "@besunny/core/receipts/verify-receipt";
import { router } from "../../init";
import { mutation, query } from "../../operations";

export const privacyRouter = router({
  keeping: query(explainKeeping),
  holds: query(listHolds),
  createHold: mutation(createHold),
  changeHold: mutation(changeHold),
  releaseHold: mutation(releaseHold),
  receipts: query(listReceipts),
  receipt: query(getReceipt),
  verifyReceipt: mutation(verifyReceipt),
});
