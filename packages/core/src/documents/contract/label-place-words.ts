/** The screens and doors through which labels come. PostgreSQL keeps the words to this list with a check. */
export const labelPlaces = ["document", "review", "list", "import", "learning", "api"] as const;
export type LabelPlace = (typeof labelPlaces)[number];
