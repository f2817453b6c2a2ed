import { z } from "zod";
import { DocumentSummary, summaryOf } from "../../documents/contract/document-summary";
import { notFound } from "../../errors";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { differingFigures } from "./differing-figures";

const LEAST = 0.7;
const MOST = 20;

/**
 * Lists the documents with the same or nearly the same text. Texts that differ in a figure are never the same; the figures that only one of
 * the two has are named.
 */
export const listDuplicates = query("search.list-duplicates", {
  title: "List near-duplicates of a document",
  permission: "document.search",
  input: z.object({ id: documentId }),
  output: z.object({
    items: z.array(
      z.object({
        document: DocumentSummary,
        /** The share of word sequences that both have, 0 to 1. */
        likeness: z.number(),
        isSame: z.boolean(),
        figures: z.object({ onlyHere: z.array(z.string()), onlyThere: z.array(z.string()) }),
      }),
    ),
  }),
  doors: ["web", "rest"],

  async handle({ documents, documentLikeness, passages }, { id }) {
    if (!(await documents.find(id))) notFound("Document", id);
    const found = await documentLikeness.listLike(id, LEAST, MOST);
    const seen = await documents.findMany(found.map((each) => each.documentId));
    const textOf = async (of: string) =>
      (await passages.list(of)).map(({ text }) => text).join("\n");
    const own = found.length > 0 ? await textOf(id) : "";
    const items = [];
    for (const { documentId: other, kind, likeness } of found) {
      const document = seen.find((each) => each.id === other);
      if (!document) continue;
      const isSame = kind === "same";
      const figures = isSame
        ? { onlyHere: [], onlyThere: [] }
        : differingFigures(own, await textOf(other));
      items.push({ document: summaryOf(document), likeness, isSame, figures });
    }
    return { items };
  },
});
