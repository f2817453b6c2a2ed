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

/** The layout of people who have chosen none. */
export const usualLayout: {
  columns: string[];
  density: (typeof libraryDensities)[number];
  look: (typeof libraryLooks)[number];
} = {
  columns: ["type", "facts", "date", "projects", "added"],
  density: "compact",
  look: "table",
};
