import type { Repositories } from "@besunny/db/database";
import type { DocumentOrder } from "@besunny/db/workspace/documents/document-order";
import type { FieldOrder } from "@besunny/db/workspace/fields/field-order";
import { z } from "zod";
import { cursorInput } from "../cursor-input";
import { query } from "../operation/query";
import { pageOf } from "../shapes";
import { highlightNames } from "../understanding/contract/cards/highlights";
import { type DocumentSort, documentSort } from "./contract/document";
import { documentFilter, toRepositoryFilter } from "./contract/document-filter";
import { summaryOf } from "./contract/document-summary";
import { documentSorts } from "./contract/document-words";
import { highlightsAmong, ListedDocument } from "./contract/listed-document";

export const listDocuments = query("documents.list-documents", {
  title: "List documents",
  permission: "document.read",
  input: documentFilter.extend({
    sort: documentSort.optional(),
    cursor: cursorInput,
    limit: z.number().int().min(1).max(200).default(50),
  }),
  output: pageOf(ListedDocument),
  doors: ["web", "rest"],

  async handle(tools, { sort, cursor, limit, ...filter }) {
    const { documents, documentFacts, customFields, actor, clock } = tools;
    const page = await documents.list(toRepositoryFilter(filter, { actor, now: clock() }), {
      limit,
      cursor: cursor ?? undefined,
      order: await orderOf(customFields, sort),
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

/** Returns the order as the repository takes it. A field that is archived or gone orders nothing, so that a kept address still opens. */
async function orderOf(
  customFields: Repositories["customFields"],
  sort: DocumentSort | undefined,
): Promise<DocumentOrder | FieldOrder | undefined> {
  const plain = documentSorts.find((each) => each === sort);
  if (plain || !sort) return plain;
  const field = await customFields.find(sort.replace(/_desc$/, ""));
  if (!field || field.archivedAt) return undefined;
  const direction = sort.endsWith("_desc") ? "desc" : "asc";
  return { fieldId: field.id, kind: field.kind, direction };
}
