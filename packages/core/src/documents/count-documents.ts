import type { DocumentCount } from "@besunny/db/workspace/documents/documents";

import { query } from "../operation/query";
import { Facets } from "./contract/document-detail";
import { documentFilter, toRepositoryFilter } from "./contract/document-filter";

/** Counts the documents for each value of each filter; each count leaves its own filter out. */
export const countDocuments = query("documents.count-documents", {
  title: "Count documents by type, status and language",
  permission: "document.read",
  input: documentFilter,
  output: Facets,
  doors: ["web"],

  async handle({ documents }, filter) {
    const { type, status, language, ...rest } = toRepositoryFilter(filter);
    const counts = await documents.countByFacets(rest);
    const isType = (each: DocumentCount) => type === undefined || each.type === type;
    const isStatus = (each: DocumentCount) =>
      !status?.length || status.some((given) => given === each.status);
    const isLanguage = (each: DocumentCount) => !language || each.language === language;
    return {
      types: totals(counts.filter(isStatus).filter(isLanguage), ({ type }) => type),
      statuses: totals(counts.filter(isType).filter(isLanguage), ({ status }) => status),
      languages: totals(counts.filter(isType).filter(isStatus), ({ language }) => language),
    };
  },
});

function totals(
  counts: readonly DocumentCount[],
  facetOf: (count: DocumentCount) => string | null,
): { value: string | null; count: number }[] {
  const sums = new Map<string | null, number>();
  for (const each of counts) sums.set(facetOf(each), (sums.get(facetOf(each)) ?? 0) + each.count);
  return [...sums].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
