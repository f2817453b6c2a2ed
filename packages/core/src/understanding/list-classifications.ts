import { z } from "zod";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { query } from "../operation/query";
import { findSeen } from "./contract/find-seen";
import { correctionOf, History } from "./contract/history";
import { understandingOf } from "./contract/statements";

/** Lists every result of a document, newest first, and its corrections. */
export const listClassifications = query("understanding.list-classifications", {
  title: "List a document's results and corrections",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: History,
  doors: ["rest"],

  async handle(tools, { id }) {
    const { documents, classificationResults, labels } = tools;
    if (!(await documents.find(id))) notFound("Document", id);
    const [results, said] = await Promise.all([classificationResults.list(id), labels.list(id)]);
    const names = await labels.namesOf(said.map(({ byId }) => byId));
    const seen = await findSeen(tools, results);
    return {
      items: results.map((result) => understandingOf(result, seen)),
      corrections: said.map((label) => correctionOf(label, names)),
    };
  },
});
