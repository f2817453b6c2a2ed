import { query } from "../operation/query";
import { Facets } from "./contract/document-detail";
import { documentFilter, toRepositoryFilter } from "./contract/document-filter";

/** How many documents there are for each value that a filter could take; each count leaves its own filter out. */
export const countDocuments = query("documents.count-documents", {
  title: "Count documents by type, status and language",
  permission: "document.read",
  input: documentFilter,
  output: Facets,
  doors: ["web"],

  async handle({ documents }, filter) {
    const { type: _type, ...anyType } = filter;
    const { status: _status, ...anyStatus } = filter;
    const { language: _language, ...anyLanguage } = filter;
    const [types, statuses, languages] = await Promise.all([
      documents.countBy("type", toRepositoryFilter(anyType)),
      documents.countBy("status", toRepositoryFilter(anyStatus)),
      documents.countBy("language", toRepositoryFilter(anyLanguage)),
    ]);
    return { types, statuses, languages };
  },
});
