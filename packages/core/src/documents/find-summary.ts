import { z } from "zod";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { query } from "../operation/query";
import { DocumentSummary, summaryOf } from "./contract/document-summary";

export const findSummary = query("documents.find-summary", {
  title: "Find the summary of a document",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: DocumentSummary,
  doors: [],

  handle: async ({ documents }, { id }) =>
    summaryOf((await documents.find(id)) ?? notFound("Document", id)),
});
