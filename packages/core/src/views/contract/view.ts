import type { View as Row } from "@besunny/db/workspace/views";
import { z } from "zod";

import { documentSort } from "../../documents/contract/document";
import { queryText } from "../../documents/contract/document-filter";
import { count, idIn, instant } from "../../shapes";

import { LibraryLayout, layoutOf } from "./library-layout";

/** The screens that a view opens. */
export const viewPlaces = ["library", "search"] as const;

/** The fields of a view that people write, without defaults, so that a change leaves out what it does not name. */
export const viewFields = z.object({
  name: z.string().trim().min(1, "Give the view a name").max(80),
  query: queryText,
  place: z.enum(viewPlaces),
  sort: documentSort,
  // `LibraryLayout.nullable()` would make every layout of the REST contract nullable.
  layout: z.union([LibraryLayout, z.null()]).meta({
    description: "The columns with which it opens; null is the layout of its reader",
  }),
  /** True: every member of the workspace may use it. Each sees their own documents in it. */
  isShared: z.boolean(),
});

/** A query under a name, as one person sees it. */
export const View = viewFields
  .extend({
    id: idIn("viw"),
    isMine: z.boolean(),
    owner: z.object({ id: idIn("usr"), name: z.string() }).nullable(),
    isPinned: z.boolean(),
    isAlerting: z.boolean(),
    seenAt: instant.nullable(),
    /** The documents that became ready since the caller looked; null if they are not alerted. */
    newCount: count.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: "View" });
export type View = z.infer<typeof View>;

type Around = {
  readerId: string;
  owners: ReadonlyMap<string, { id: string; name: string }>;
  newCount: number | null;
};

/** Returns a stored view as its reader sees it. */
export function viewOf(row: Row, { readerId, owners, newCount }: Around): View {
  const { habits, ownerId, place, sort, columns, density, look, ...same } = row;
  return {
    ...same,
    place: z.enum(viewPlaces).catch("library").parse(place),
    layout: layoutOf({ columns, density, look }),
    sort: documentSort.catch("newest").parse(sort),
    isMine: ownerId === readerId,
    owner: owners.get(ownerId) ?? null,
    isPinned: habits?.isPinned ?? false,
    isAlerting: habits?.isAlerting ?? false,
    seenAt: habits?.seenAt ?? null,
    newCount,
  };
}

/** Returns the layout of a view as it is stored. */
export function storedLayout(
  layout: LibraryLayout | null,
): Pick<Row, "columns" | "density" | "look"> {
  if (!layout) return { columns: [], density: null, look: null };
  return { ...layout, columns: [...new Set(layout.columns)] };
}
