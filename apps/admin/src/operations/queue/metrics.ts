import type { Outputs } from "@besunny/api/browser/outputs";

export type Metrics = Outputs["admin"]["runs"]["metrics"];
