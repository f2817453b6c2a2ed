import type { Outputs } from "@besunny/api/browser/outputs";

export type Run = Outputs["admin"]["runs"]["get"];
export type Step = Run["steps"][number];
