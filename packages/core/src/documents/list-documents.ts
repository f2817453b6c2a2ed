import { z } from "zod";
import { cursorInput } from "../cursor-input";
import { query } from "../operation/query";
import { pageOf } from "../shapes";
import { documentSorts } from "./contract/document";
import { documentFilter, toRepositoryFilter } from "./contract/document-filter";
import { DocumentSummary, summaryOf } from "./contract/document-summary";

export const listDocuments = query("documents.list-documents", {
  title: "List documents",
  permission: "document.read",
  input: documentFilter.extend({
    sort: z.enum(documentSorts).optional(),
    cursor: cursorInput,
    limit: z.number().int().min(1).max(200).default(50),
  }),
  output: pageOf(DocumentSummary),
  doors: ["web", "rest"],

  async handle({ documents, actor, clock }, { sort, cursor, limit, ...filter }) {
    const page = await documents.list(toRepositoryFilter(filter, { actor, now: clock() }), {
      limit,
      cursor: cursor ?? undefined,
      order: sort,
    });
    return { ...page, items: page.items.map(summaryOf) };
  },
});
