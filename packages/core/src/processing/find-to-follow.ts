import { z } from "zod";
import { documentId } from "../ids";
import { query } from "../operation/query";
import { Statements } from "../understanding/contract/statements";

/** Returns the parsed document whose facts are of another type than the document now has; null if there is nothing to do. */
export const findToFollow = query("processing.find-to-follow", {
  title: "Find a document whose facts are of another type",
  permission: "document.process",
  input: z.object({ documentId }),
  output: z.object({ modelKey: z.string() }).nullable(),
  doors: [],

  async handle({ documents, classificationResults }, { documentId: id }) {
    const document = await documents.find(id);
    const latest = await classificationResults.latest(id);
    if (!document?.modelKey || document.trashedAt || !latest) return null;
    const { cardOf } = Statements.pick({ cardOf: true }).parse(latest.statements);
    const followed = cardOf === undefined ? latest.type : cardOf;
    return followed === document.type ? null : { modelKey: document.modelKey };
  },
});
