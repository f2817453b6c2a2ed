import { z } from "zod";

/** The columns that the library can show beside the name, in the order in which they are offered. */
export const libraryColumns = [
  "type",
  "facts",
  "date",
  "added",
  "projects",
  "tags",
  "folder",
  "size",
  "pages",
  "confidence",
  "language",
  "uploadedBy",
  "fileName",
] as const;
export type LibraryColumn = (typeof libraryColumns)[number];

export const libraryDensities = ["compact", "comfortable"] as const;
export const libraryLooks = ["table", "grid"] as const;

/** One person's layout of the library: the columns in their order, the height of the rows, a table or pictures of pages. */
export const LibraryLayout = z
  .object({
    columns: z.array(z.enum(libraryColumns)).max(libraryColumns.length),
    density: z.enum(libraryDensities),
    look: z.enum(libraryLooks),
  })
  .meta({ id: "LibraryLayout" });
export type LibraryLayout = z.infer<typeof LibraryLayout>;

/** The layout of people who have chosen none. */
export const usualLayout: LibraryLayout = {
  columns: ["type", "facts", "date", "projects", "added"],
  density: "compact",
  look: "table",
};
