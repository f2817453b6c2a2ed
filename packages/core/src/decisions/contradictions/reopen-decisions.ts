import { z } from "zod";
import { notFound } from "../../errors";
import { decisionId, documentId } from "../../ids";
import { contradictionReasons } from "../../meetings/contract/decision";
import { tell } from "../../notifications/contract/tell";
import { command } from "../../operation/command";
import { count, nothing } from "../../shapes";
import { contradictionKey } from "../contract/contradiction-key";

/**
 * Reopens decisions that a later place contradicts, with its words. A decision that is reopened already stays as it is. A contradiction that a person
 * has settled does not count again. People who confirmed a decision get a notice. Running it twice changes nothing.
 */
export const reopenDecisions = command("decisions.reopen-decisions", {
  title: "Reopen contradicted decisions",
  permission: "document.process",
  input: z.object({
    found: z
      .array(
        z.object({
          id: decisionId,
          documentId,
          quote: z.string(),
          span: z.tuple([count, count]),
          decisionId: decisionId.nullable(),
          reason: z.enum(contradictionReasons),
        }),
      )
      .max(500),
  }),
  output: nothing,
  doors: [],

  async handle(tools, { found }) {
    const { decisions, documents, clock, changed } = tools;
    for (const { id, ...against } of found) {
      const row = await decisions.find(id);
      if (row?.state !== "stands" || row.settled.includes(contradictionKey(against))) continue;
      const document =
        (await documents.find(against.documentId)) ?? notFound("Document", against.documentId);
      await decisions.update(id, {
        state: "reopened",
        reopenedBy: { ...against, title: document.title },
        reopenedAt: clock(),
      });
      if (row.confirmedBy)
        await tell(tools, [
          {
            userId: row.confirmedBy,
            kind: "decision",
            documentId: against.documentId,
            span: against.span,
            key: `decision:${id}:${contradictionKey(against)}`.slice(0, 500),
          },
        ]);
      changed({ subject: id, before: { state: row.state }, after: { state: "reopened" } });
    }
  },
});
