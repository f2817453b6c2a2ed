import { z } from "zod";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { Statements } from "../../understanding/contract/statements";

export const findStatements = query("answers.find-statements", {
  title: "Find what was understood of documents for an answer",
  permission: "document.ask",
  input: z.object({ ids: z.array(documentId).max(20) }),
  output: ofType<{ documentId: string; statements: Statements }[]>(),
  doors: [],

  async handle({ documents, classificationResults }, { ids }) {
    const seen = await documents.findMany(ids);
    const results = await Promise.all(
      seen.map(async ({ id, trashedAt }) => {
        const result = trashedAt ? null : await classificationResults.latest(id);
        const parsed = Statements.safeParse(result?.statements);
        return parsed.success ? [{ documentId: id, statements: parsed.data }] : [];
      }),
    );
    return results.flat();
  },
});
