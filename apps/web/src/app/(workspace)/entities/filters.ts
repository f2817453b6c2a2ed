import { entityKinds } from "@besunny/api/browser/vocabulary";
import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** The filters of the list as they stand in the URL. */
export const entityParsers = {
  q: parseAsString,
  kind: parseAsStringLiteral(entityKinds),
};

export const loadEntityFilters = createLoader(entityParsers);

type Filters = Awaited<ReturnType<typeof loadEntityFilters>>;

/** A page of what the filters let through. */
export function asEntitiesInput({ q, kind }: Filters) {
  return { ...(q && { q }), ...(kind && { kind }), limit: 50 };
}
