import type { Outputs } from "@besunny/api/browser/outputs";

/** A type of the workspace with the number of its documents and labels. */
export type ListedType = Outputs["taxonomy"]["listAll"]["items"][number];
