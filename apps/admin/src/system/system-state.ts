import type { Outputs } from "@besunny/api/browser/outputs";

export type SystemState = Outputs["admin"]["system"]["get"];
export type Dependency = SystemState["dependencies"][number];
export type Setting = SystemState["settings"][number];
