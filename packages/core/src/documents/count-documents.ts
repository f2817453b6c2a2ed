import type { DocumentFacet } from "@besunny/db/workspace/documents/document-counts";
import { query } from "../operation/query";
import { folderAsked } from "./contract/compile-query";
import { Facets } from "./contract/document-detail";
import { documentFilter, filterOf } from "./contract/document-filter";
import { fieldCounts } from "./contract/field-counts";
import { foldersWithin } from "./contract/folder-counts";
import { parseQuery } from "./contract/grammar/parse-query";
import type { Part } from "./contract/grammar/query";

const dayKeys = ["after", "before", "date"];

/** Counts the documents for each value of each facet. Each count leaves its own filter out, so that another value can be chosen. */
export const countDocuments = query("documents.count-documents", {
  title: "Count documents for each value of each facet",
  permission: "document.read",
  input: documentFilter,
  output: Facets,
  doors: ["web"],

  async handle(tools, filter) {
    const { documents, actor, clock } = tools;
    const asking = { actor, now: clock() };
    const { parts } = parseQuery(filter.q ?? "", asking);
    const countBy = (facet: DocumentFacet) =>
      documents.countBy(
        facet,
        filterOf({ ...filter, ...without[facet] }, partsWithout(facet, parts), asking),
      );
    const { total, ...counted } = await documents.countTogether(filterOf(filter, parts, asking));
    // A facet that narrows the list is counted without its own condition; the others are counted already.
    const ownCounts = async (facet: "type" | "status" | "language") =>
      filter[facet] === undefined && partsWithout(facet, parts).length === parts.length
        ? counted[facet]
        : countBy(facet);
    const [types, projects, tags, statuses, languages, years] = [
      await ownCounts("type"),
      await countBy("project"),
      await countBy("tag"),
      await ownCounts("status"),
      await ownCounts("language"),
      await countBy("year"),
    ];
    const folders = foldersWithin(
      await documents.countByFolder(
        filterOf(
          filter,
          partsWithoutKeys(folderAsked(parts) === null ? [] : ["in"], parts),
          asking,
        ),
      ),
      folderAsked(parts),
    );
    const fields = await fieldCounts(tools, (key) =>
      filterOf(
        filter,
        parts.filter((part) => part.kind !== "condition" || part.key !== `field.${key}`),
        asking,
      ),
    );
    return { types, projects, tags, statuses, languages, years, folders, fields, total };
  },
});

const without = {
  type: { type: undefined },
  project: { projectId: undefined },
  tag: {},
  status: { status: undefined },
  language: { language: undefined },
  year: {},
} satisfies Record<DocumentFacet, object>;

function partsWithout(facet: DocumentFacet, parts: readonly Part[]): Part[] {
  return partsWithoutKeys(facet === "year" ? dayKeys : [facet], parts);
}

function partsWithoutKeys(keys: readonly string[], parts: readonly Part[]): Part[] {
  return parts.filter((part) => part.kind !== "condition" || !keys.includes(part.key));
}
