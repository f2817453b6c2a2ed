import { z } from "zod";
import { documentId } from "../ids";
import { notFound } from "../errors";
import { query } from "../operation/operation";
import { understandingOf } from "./statements";

/** Every result that a document ever had, newest first, and what people said instead. */
export const listClassifications = query({
  action: "document.read",
  input: z.object({ id: documentId }),

  async run({ documents, classificationResults, corrections }, { id }) {
    if (!(await documents.find(id))) notFound("Document", id);
    const [results, corrected] = await Promise.all([
      classificationResults.list(id),
      corrections.list(id),
    ]);
    return { items: results.map(understandingOf), corrections: corrected };
  },
});
