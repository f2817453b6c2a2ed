import { previewQuestion } from "@besunny/core/answers/preview-question";
import { previewDocument } from "@besunny/core/processing/preview-document";
import { changePolicy } from "@besunny/core/redaction/change-policy";
import { getPolicy } from "@besunny/core/redaction/get-policy";
import { previewText } from "@besunny/core/redaction/preview-text";

import { router } from "../init";
import { mutation, query } from "../operations";

export const redactionRouter = router({
  policy: query(getPolicy),
  changePolicy: mutation(changePolicy),
  previewDocument: query(previewDocument),
  // Questions and texts are too long for an address.
  previewQuestion: mutation(previewQuestion),
  previewText: mutation(previewText),
});
