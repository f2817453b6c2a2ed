import { explainKeeping } from "@besunny/core/privacy/explain-keeping";
import { changeHold } from "@besunny/core/privacy/holds/change-hold";
import { createHold } from "@besunny/core/privacy/holds/create-hold";
import { listHolds } from "@besunny/core/privacy/holds/list-holds";
import { releaseHold } from "@besunny/core/privacy/holds/release-hold";
import { listHeld } from "@besunny/core/privacy/list-held";
import { chooseForDocuments } from "@besunny/core/privacy/requests/choose-for-documents";
import { confirmErasure } from "@besunny/core/privacy/requests/confirm-erasure";
import { createRequest } from "@besunny/core/privacy/requests/create-request";
import { endRequest } from "@besunny/core/privacy/requests/end-request";
import { extendRequest } from "@besunny/core/privacy/requests/extend-request";
import { listRequests } from "@besunny/core/privacy/requests/list-requests";
import { packSubjectData } from "@besunny/core/privacy/requests/pack-subject-data";
import { previewErasure } from "@besunny/core/privacy/requests/preview-erasure";
import { liftRestriction } from "@besunny/core/privacy/restrictions/lift-restriction";
import { listRestrictions } from "@besunny/core/privacy/restrictions/list-restrictions";
import { restrict } from "@besunny/core/privacy/restrictions/restrict";
import { changeRule } from "@besunny/core/privacy/retention/change-rule";
import { createRule } from "@besunny/core/privacy/retention/create-rule";
import { listRules } from "@besunny/core/privacy/retention/list-rules";
import { previewRule } from "@besunny/core/privacy/retention/preview-rule";
import { removeRule } from "@besunny/core/privacy/retention/remove-rule";
import { getReceipt } from "@besunny/core/receipts/get-receipt";
import { listReceipts } from "@besunny/core/receipts/list-receipts";
import { verifyReceipt } from "@besunny/core/receipts/verify-receipt";
import { zipSubjectData } from "../../../own/zip-own-data";
import { router, workspaceProcedure } from "../../init";
import { mutation, query } from "../../operations";

export const privacyRouter = router({
  keeping: query(explainKeeping),
  held: query(listHeld),
  holds: query(listHolds),
  createHold: mutation(createHold),
  changeHold: mutation(changeHold),
  releaseHold: mutation(releaseHold),
  requests: query(listRequests),
  request: query(previewErasure),
  createRequest: mutation(createRequest),
  choose: mutation(chooseForDocuments),
  extendRequest: mutation(extendRequest),
  endRequest: mutation(endRequest),
  confirmErasure: mutation(confirmErasure),
  /** The data of the person of a request with their originals, as a ZIP in base64. */
  subjectData: workspaceProcedure
    .meta({ operation: packSubjectData.name })
    .input(packSubjectData.input)
    .query(async ({ ctx, input }) => ({
      zip: await zipSubjectData(await packSubjectData(ctx.workspace, input)),
    })),
  restrictions: query(listRestrictions),
  restrict: mutation(restrict),
  liftRestriction: mutation(liftRestriction),
  rules: query(listRules),
  previewRule: query(previewRule),
  createRule: mutation(createRule),
  changeRule: mutation(changeRule),
  removeRule: mutation(removeRule),
  receipts: query(listReceipts),
  receipt: query(getReceipt),
  verifyReceipt: mutation(verifyReceipt),
});
