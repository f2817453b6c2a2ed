import type { DocumentFilter } from "@besunny/db/workspace/documents/document-filter";

import { type Asking, asksForTrash, compileQuery } from "../documents/contract/compile-query";
import { parseQuery } from "../documents/contract/grammar/parse-query";

/** Returns the filter of the documents that fulfil a view's query and became ready after a moment. */
export function newMatches(
  { query, place }: { query: string; place: string },
  since: Date,
  asking: Asking,
): DocumentFilter {
  const { parts } = parseQuery(query, asking);
  return {
    isTrashed: asksForTrash(parts),
    conditions: [
      ...compileQuery(parts, { ...asking, isInText: place === "search" }),
      { kind: "readyAfter", moment: since },
    ],
  };
}
