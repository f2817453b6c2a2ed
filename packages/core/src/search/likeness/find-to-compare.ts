import { z } from "zod";
import { notFound } from "../../errors";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";

type Passage = { text: string; headingPath: string[] };

/** Returns passages spread over the text of a document, and the ids of its near-duplicates. */
export const findToCompare = query("search.find-to-compare", {
  title: "Find what others are compared with",
  permission: "document.search",
  input: z.object({ id: documentId, most: z.number().int() }),
  output: ofType<{ title: string; passages: Passage[]; duplicates: string[] }>(),
  doors: [],

  async handle({ documents, documentLikeness, passages }, { id, most }) {
    const document = (await documents.find(id)) ?? notFound("Document", id);
    const all = await passages.list(id);
    const step = Math.max(1, all.length / most);
    const chosen = Array.from(
      { length: Math.min(most, all.length) },
      (_, n) => all[Math.floor(n * step)],
    );
    const alike = await documentLikeness.listLike(id, 0.7, 100);
    return {
      title: document.title,
      passages: chosen.filter((each) => each !== undefined),
      duplicates: alike.map((each) => each.documentId),
    };
  },
});
