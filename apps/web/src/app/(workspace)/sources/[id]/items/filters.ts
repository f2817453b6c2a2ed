import { itemStates } from "@besunny/api/browser/vocabulary";
import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** The filters of the items of a source, and the one that is open, in the URL. */
export const itemFilterParsers = {
  state: parseAsStringLiteral(itemStates),
  reason: parseAsString,
  name: parseAsString,
  item: parseAsString,
};

export const loadItemFilters = createLoader(itemFilterParsers);

export type ItemFilters = Awaited<ReturnType<typeof loadItemFilters>>;

export function asItemsInput(id: string, { state, reason, name }: ItemFilters) {
  return {
    id,
    limit: 50,
    ...(state && { state }),
    ...(reason && { reason }),
    ...(name && { name }),
  };
}
