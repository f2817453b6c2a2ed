import type { Outputs } from "@besunny/api/browser/outputs";

/** A document that a search found, by its best passage. */
export type Hit = Outputs["search"]["find"]["items"][number];
