import { type BatchItemState, batchItemStates } from "@besunny/api/browser/vocabulary";
import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** The filters of a batch's documents, in the URL. */
export const batchFilterParsers = {
  state: parseAsStringLiteral(batchItemStates),
  reason: parseAsString,
};

export const loadBatchFilters = createLoader(batchFilterParsers);

export type BatchFilters = Awaited<ReturnType<typeof loadBatchFilters>>;

/** True for states whose documents can be listed; missing files have no document. */
export function isListed(state: string): state is BatchItemState {
  return batchItemStates.some((each) => each === state);
}

export function asDocumentsInput(id: string, { state, reason }: BatchFilters) {
  return { id, limit: 50, ...(state && { state }), ...(reason && { reason }) };
}
