import type { Inputs } from "@besunny/api/browser/outputs";

import type { Selection } from "~/documents/use-selection";

/** Documents as the API takes them: by their ids, or by the query that they match. */
export type Choice = Exclude<Inputs["documents"]["trash"], void>;

/** Returns the selected documents as the API takes them: by their ids, or by the query that they match. */
export function choiceOf(
  { isAll, except, chosen }: Pick<Selection, "isAll" | "except" | "chosen">,
  filter: { q?: string },
): Choice {
  if (!isAll) return { ids: chosen };
  return { matching: { ...filter, ...(except.length > 0 && { except }) } };
}

/** Returns how many documents are selected; of all that match, those that were counted. */
export function countOf(
  { isAll, except, chosen }: Pick<Selection, "isAll" | "except" | "chosen">,
  total: number | undefined,
): number {
  return isAll ? Math.max(0, (total ?? chosen.length) - except.length) : chosen.length;
}

/** Returns the address of the archive of these documents. */
export function archiveHref({ ids, matching }: Choice): string {
  const { q, except } = matching ?? {};
  const search = new URLSearchParams({
    ...(ids && { ids: ids.join(",") }),
    ...(q && { q }),
    ...(except && { except: except.join(",") }),
  });
  return `/api/v1/documents/archive?${search}`;
}

/** Returns the address of the list of the documents that match a query, as CSV. */
export function listHref({ q, sort }: { q: string; sort: string }): string {
  return `/api/v1/documents/list.csv?${new URLSearchParams({ ...(q && { q }), sort })}`;
}
