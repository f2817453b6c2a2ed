import type { LabelSource } from "@besunny/db/workspace/documents/labels";
import type { LabelPlace } from "@besunny/db/workspace/models/taught-labels";

/** The ways in which a person labels a document. */
export const labelSources = [
  "correction",
  "confirmation",
] as const satisfies readonly LabelSource[];

/** The screens and doors through which labels come. */
export const labelPlaces = [
  "document",
  "review",
  "list",
  "import",
  "learning",
  "api",
] as const satisfies readonly LabelPlace[];
