import type { DocumentFilter } from "@besunny/db/workspace/documents/document-filter";
import { z } from "zod";
import { projectId } from "../../ids";
import { moment } from "../../moment";
import { type Asking, asksForTrash, compileQuery } from "./compile-query";
import { documentStatuses } from "./document-words";
import { parseQuery } from "./grammar/parse-query";
import type { Part } from "./grammar/query";

/** The longest text of a query. */
export const LONGEST_QUERY = 1000;

/** A query in the grammar: words, "phrases", conditions such as `type:contract`, OR, brackets and a minus. */
export const queryText = z
  .string()
  .trim()
  .max(LONGEST_QUERY)
  .meta({ description: 'A query such as `lease type:contract after:2025 -is:personal "60 days"`' });

/** The filters of the library, of search and of REST, named as in the URL. `type: "none"` is documents without a type. */
export const documentFilter = z.object({
  q: queryText.optional(),
  projectId: projectId.optional(),
  type: z.string().max(60).optional(),
  status: z.union([z.enum(documentStatuses), z.array(z.enum(documentStatuses))]).optional(),
  language: z.string().max(10).optional(),
  from: moment.optional(),
  to: moment.optional(),
  trashed: z.boolean().optional(),
  /** True: only documents in which personal details were found. */
  personal: z.boolean().optional(),
});

/** Returns the filter as the repository takes it. */
export function toRepositoryFilter(
  filter: z.output<typeof documentFilter>,
  asking: Asking,
): DocumentFilter {
  const { q = "" } = filter;
  return filterOf(filter, parseQuery(q, asking).parts, asking);
}

/** Returns the filter with the parts of a query in place of its text. */
export function filterOf(
  filter: z.output<typeof documentFilter>,
  parts: readonly Part[],
  asking: Asking,
): DocumentFilter {
  const { type, status, trashed, personal, q: _, ...same } = filter;
  return {
    ...same,
    type: type === "none" ? null : type || undefined,
    status: status === undefined ? undefined : [status].flat(),
    isTrashed: trashed ?? asksForTrash(parts),
    hasPersonalData: personal,
    conditions: compileQuery(parts, asking),
  };
}
