import { z } from "zod";
import { documentId } from "../ids";
import { notFound } from "../errors";
import { query } from "../operation/operation";

/** The whole row, keys included: for background functions. */
export const findForProcessing = query({
  action: "document.process",
  input: z.object({ documentId }),
  run: async ({ documents }, { documentId: id }) =>
    (await documents.find(id)) ?? notFound("Document", id),
});
