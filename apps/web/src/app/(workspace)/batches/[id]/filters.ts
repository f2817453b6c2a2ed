import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** States whose documents can be listed; what is missing has none. */
const listed = [
  "waiting",
  "working",
  "done",
  "failed",
  "cancelled",
  "duplicate",
  "removed",
] as const;

/** What of a batch is shown, as it stands in the URL. */
export const batchFilterParsers = {
  state: parseAsStringLiteral(listed),
  reason: parseAsString,
};

export const loadBatchFilters = createLoader(batchFilterParsers);

export type BatchFilters = Awaited<ReturnType<typeof loadBatchFilters>>;

export function isListed(state: string): state is (typeof listed)[number] {
  return listed.some((each) => each === state);
}

export function asDocumentsInput(id: string, { state, reason }: BatchFilters) {
  return { id, limit: 50, ...(state && { state }), ...(reason && { reason }) };
}
