import { query } from "../operation/operation";
import { documentFilter, toRepositoryFilter } from "./document-filter";

/** How many documents there are for each value that a filter could take; each count leaves its own filter out. */
export const countDocuments = query({
  action: "document.read",
  input: documentFilter,

  async run({ documents }, filter) {
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
