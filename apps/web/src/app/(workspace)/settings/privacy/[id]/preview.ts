import type { Outputs } from "@besunny/api/browser/outputs";

/** A request with the documents that name its person. */
export type Preview = Outputs["privacy"]["request"];
