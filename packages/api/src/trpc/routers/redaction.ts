import { previewQuestion } from "@besunny/core/answers/preview-question";
import { previewDocument } from "@besunny/core/processing/preview-document";
import { changePolicy } from "@besunny/core/redaction/change-policy";
import { getPolicy } from "@besunny/core/redaction/get-policy";
import { previewText } from "@besunny/core/redaction/preview-text";
import { changeRegion } from "@besunny/core/redaction/residency/change-region";
import { getResidency } from "@besunny/core/redaction/residency/get-residency";
import { putProvider } from "@besunny/core/redaction/residency/put-provider";

import { router } from "../init";
import { mutation, query } from "../operations";

export const redactionRouter = router({
  policy: query(getPolicy),
  residency: query(getResidency),
  changeRegion: mutation(changeRegion),
  putProvider: mutation(putProvider),
  changePolicy: mutation(changePolicy),
  previewDocument: query(previewDocument),
  // Questions and texts are too long for an address.
  previewQuestion: mutation(previewQuestion),
  previewText: mutation(previewText),
});
