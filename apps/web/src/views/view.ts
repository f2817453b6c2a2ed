import type { Outputs } from "@besunny/api/browser/outputs";

export type View = Outputs["views"]["list"]["items"][number];

/** Returns the address of a view. It holds the query, so that it can be changed and shared. */
export function viewHref({ id, place, query, sort }: View): string {
  const search = new URLSearchParams({
    ...(query && { q: query }),
    ...(place === "library" && sort !== "newest" && { sort }),
    view: id,
  });
  return `/${place}?${search}`;
}
