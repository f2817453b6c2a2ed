import type { DocumentFacet } from "@besunny/db/workspace/documents/counting/facet-counts";
import type { DocumentFilter } from "@besunny/db/workspace/documents/document-filter";
import { query } from "../operation/query";
import { folderAsked } from "./contract/compile-query";
import { Facets } from "./contract/document-detail";
import { documentFilter, filterOf } from "./contract/document-filter";
import { facetCounts } from "./contract/facet-counts";
import { parseQuery } from "./contract/grammar/parse-query";

/** Counts the documents for each value of each facet. Each count leaves its own filter out, so that another value can be chosen. */
export const countDocuments = query("documents.count-documents", {
  title: "Count documents for each value of each facet",
  permission: "document.read",
  input: documentFilter,
  output: Facets,
  doors: ["web"],

  async handle(tools, filter) {
    const { actor, clock } = tools;
    const asking = { actor, now: clock() };
    const { parts } = parseQuery(filter.q ?? "", asking);
    const folder = folderAsked(parts);
    const without = (
      keys: readonly string[],
      field?: "projectId" | "type" | "status" | "language",
    ): DocumentFilter | null => {
      const left = parts.filter((part) => part.kind !== "condition" || !keys.includes(part.key));
      const isSet = field !== undefined && filter[field] !== undefined;
      if (left.length === parts.length && !isSet) return null;
      return filterOf(field ? { ...filter, [field]: undefined } : filter, left, asking);
    };
    return facetCounts(tools, {
      filter: filterOf(filter, parts, asking),
      folder,
      withoutFacet: (facet) => {
        const { keys, field } = narrowing[facet];
        return without(facet === "folder" && folder === null ? [] : keys, field);
      },
      withoutField: (key) => without([`field.${key}`]),
    });
  },
});

/** The keys of the grammar and the field of the filter by which a facet narrows the list. */
const narrowing: Record<
  DocumentFacet,
  { keys: readonly string[]; field?: "projectId" | "type" | "status" | "language" }
> = {
  type: { keys: ["type"], field: "type" },
  project: { keys: ["project"], field: "projectId" },
  tag: { keys: ["tag"] },
  status: { keys: ["status"], field: "status" },
  language: { keys: ["language"], field: "language" },
  year: { keys: ["after", "before", "date"] },
  folder: { keys: ["in"] },
};
