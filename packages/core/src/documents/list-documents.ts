import { z } from "zod";
import { cursorInput } from "../cursor-input";
import { query } from "../operation/query";
import { pageOf } from "../shapes";
import { highlightNames } from "../understanding/contract/cards/highlights";
import { documentSorts } from "./contract/document";
import { documentFilter, toRepositoryFilter } from "./contract/document-filter";
import { summaryOf } from "./contract/document-summary";
import { highlightsAmong, ListedDocument } from "./contract/listed-document";

export const listDocuments = query("documents.list-documents", {
  title: "List documents",
  permission: "document.read",
  input: documentFilter.extend({
    sort: z.enum(documentSorts).optional(),
    cursor: cursorInput,
    limit: z.number().int().min(1).max(200).default(50),
  }),
  output: pageOf(ListedDocument),
  doors: ["web", "rest"],

  async handle(tools, { sort, cursor, limit, ...filter }) {
    const { documents, documentFacts, actor, clock } = tools;
    const page = await documents.list(toRepositoryFilter(filter, { actor, now: clock() }), {
      limit,
      cursor: cursor ?? undefined,
      order: sort,
    });
    const ids = page.items.map(({ id }) => id);
    const facts = Map.groupBy(
      ids.length > 0 ? await documentFacts.listNamed(ids, highlightNames) : [],
      ({ documentId }) => documentId,
    );
    const items = page.items.map((document) => ({
      ...summaryOf(document),
      highlights: highlightsAmong(document, facts.get(document.id) ?? []),
    }));
    return { ...page, items };
  },
});
