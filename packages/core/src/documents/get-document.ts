import { z } from "zod";
import { mayDo } from "../access/rights";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { query } from "../operation/query";
import { findSeen } from "../understanding/contract/find-seen";
import { findSaid, withSaid } from "../understanding/contract/said-facts";
import { Statements, understandingOf } from "../understanding/contract/statements";
import { DocumentDetail } from "./contract/document-detail";
import { summaryOf } from "./contract/document-summary";

/**
 * Returns a document with its current result, attachments, parent and versions. `mayChange` is true if the actor's roles in the workspace
 * and in the document's projects allow changes.
 */
export const getDocument = query("documents.get-document", {
  title: "Show a document",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: DocumentDetail,
  doors: ["web", "rest"],
  opens: ({ id }) => id,

  async handle(tools, { id }) {
    const { documents, classificationResults, labels, actor } = tools;
    const found = (await documents.findWithFamily(id)) ?? notFound("Document", id);
    const { document, parent, attachments, versions } = found;
    const result = await classificationResults.latest(id);
    return {
      ...summaryOf(document),
      mayChange: mayDo(actor, "document.rename", document),
      parent,
      attachments: attachments.map(summaryOf),
      versions: versions.map(({ storageKey: _storageKey, ...version }) => version),
      result: result && {
        ...understandingOf(result, await findSeen(tools, [result])),
        facts: withSaid(Statements.parse(result.statements).facts, await findSaid(labels, id)),
      },
    };
  },
});
