import { z } from "zod";
import { query } from "../operation/query";
import { DocumentSummary, summaryOf } from "./contract/document-summary";

export const listChangedSince = query("documents.list-changed-since", {
  title: "List documents changed since a sequence number",
  permission: "document.read",
  input: z.object({ seq: z.number(), limit: z.number().int() }),
  output: z.array(DocumentSummary),
  doors: [],

  async handle({ documents }, { seq, limit }) {
    return (await documents.listChangedSince(seq, limit)).map(summaryOf);
  },
});
