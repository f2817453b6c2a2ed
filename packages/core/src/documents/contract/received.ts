import { z } from "zod";

import { idIn } from "../../shapes";
import { DocumentSummary } from "./document-summary";

/** The result of an upload: its document, or the document that already had the same bytes. */
export const Received = z.object({
  document: DocumentSummary,
  duplicateOf: idIn("doc").nullable(),
  filedTo: z.array(idIn("prj")).meta({
    description: "Projects to which an existing document was added by this upload",
  }),
});
