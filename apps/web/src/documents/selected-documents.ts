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
