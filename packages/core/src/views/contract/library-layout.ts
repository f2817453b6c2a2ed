import { z } from "zod";
import { libraryColumns, libraryDensities, libraryLooks, usualLayout } from "./library-words";

/** A column of the library: one of the list, or the id of a field that the workspace defined. */
export const libraryColumn = z.union([
  z.enum(libraryColumns),
  z.string().regex(/^fld_[0-9a-z]{1,40}$/),
]);

/** The columns of a layout, in their order. */
export const columnsOfLayout = z.array(libraryColumn).max(60);

/** One person's layout of the library: the columns in their order, the height of the rows, a table or pictures of pages. */
export const LibraryLayout = z
  .object({
    columns: columnsOfLayout,
    density: z.enum(libraryDensities),
    look: z.enum(libraryLooks),
  })
  .meta({ id: "LibraryLayout" });
export type LibraryLayout = z.infer<typeof LibraryLayout>;

/** Returns a stored layout without columns that are no longer offered; null for one without a density. */
export function layoutOf(stored: {
  columns: readonly string[];
  density: string | null;
  look: string | null;
}): LibraryLayout | null {
  if (stored.density === null) return null;
  return {
    columns: stored.columns.flatMap((name) => {
      const known = libraryColumn.safeParse(name);
      return known.success ? [known.data] : [];
    }),
    density: z.enum(libraryDensities).catch(usualLayout.density).parse(stored.density),
    look: z.enum(libraryLooks).catch(usualLayout.look).parse(stored.look),
  };
}
