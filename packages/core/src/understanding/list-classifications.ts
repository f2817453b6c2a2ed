import { z } from "zod";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { query } from "../operation/query";
import { History } from "./contract/history";
import { understandingOf } from "./contract/statements";

/** Lists every result of a document, newest first, and its corrections. */
export const listClassifications = query("understanding.list-classifications", {
  title: "List a document's results and corrections",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: History,
  doors: ["rest"],

  async handle({ documents, classificationResults, corrections }, { id }) {
    if (!(await documents.find(id))) notFound("Document", id);
    const [results, corrected] = await Promise.all([
      classificationResults.list(id),
      corrections.list(id),
    ]);
    return { items: results.map(understandingOf), corrections: corrected };
  },
});
