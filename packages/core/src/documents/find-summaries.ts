import { z } from "zod";
import { documentId } from "../ids";
import { query } from "../operation/query";
import { DocumentSummary, summaryOf } from "./contract/document-summary";

export const findSummaries = query("documents.find-summaries", {
  title: "Find the summaries of documents",
  permission: "document.read",
  input: z.object({ ids: z.array(documentId) }),
  output: z.array(DocumentSummary),
  doors: [],

  async handle({ documents }, { ids }) {
    return (await documents.findMany(ids)).map(summaryOf);
  },
});
