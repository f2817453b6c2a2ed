import { z } from "zod";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { Locator } from "../../understanding/contract/statements";

/** A passage of a document that is read for an answer. */
export type ReadPassage = {
  documentId: string;
  number: number;
  text: string;
  page: number;
  start: number;
  headingPath: string[];
  at: Locator;
};

export const findText = query("answers.find-text", {
  title: "Find the passages of documents for an answer",
  permission: "document.ask",
  input: z.object({ ids: z.array(documentId).max(20) }),
  output: ofType<ReadPassage[]>(),
  doors: [],

  async handle({ documents, passages }, { ids }) {
    const seen = await documents.findMany(ids);
    const lists = await Promise.all(
      seen.map(async ({ id, trashedAt }) =>
        (trashedAt ? [] : await passages.list(id)).map(
          ({ number, text, page, start, headingPath, at }) => ({
            documentId: id,
            number,
            text,
            page,
            start,
            headingPath,
            at: Locator.parse(at),
          }),
        ),
      ),
    );
    return lists.flat();
  },
});
