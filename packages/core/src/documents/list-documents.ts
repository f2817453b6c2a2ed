import { z } from "zod";
import { cursorInput } from "../cursor-input";
import { query } from "../operation/operation";
import { documentFilter, toRepositoryFilter } from "./document-filter";
import { summaryOf } from "./document-summary";

export const listDocuments = query({
  action: "document.read",
  input: documentFilter.extend({
    sort: z.enum(["newest", "oldest", "title"]).optional(),
    cursor: cursorInput,
    limit: z.number().int().min(1).max(200).default(50),
  }),

  async run({ documents }, { sort, cursor, limit, ...filter }) {
    const page = await documents.list(toRepositoryFilter(filter), {
      limit,
      cursor: cursor ?? undefined,
      order: sort,
    });
    return { ...page, items: page.items.map(summaryOf) };
  },
});
