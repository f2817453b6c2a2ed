import type { Outputs } from "@besunny/api/browser/outputs";

export type EntityDetail = Outputs["entities"]["get"];
