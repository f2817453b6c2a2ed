import { z } from "zod";

import { idIn } from "../../shapes";
import { DocumentSummary } from "./document-summary";

/** An upload: its document, or the one that had the same bytes already. */
export const Received = z.object({
  document: DocumentSummary,
  duplicateOf: idIn("doc").nullable(),
  filedTo: z.array(idIn("prj")).meta({
    description: "Projects to which an existing document was added by this upload",
  }),
});
