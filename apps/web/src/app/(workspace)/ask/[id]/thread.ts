import type { Outputs } from "@besunny/api/browser/outputs";

/** A conversation as its reader may see it. */
export type Thread = Outputs["conversations"]["get"];
/** A question of it with its answer. */
export type Turn = Thread["turns"][number];
