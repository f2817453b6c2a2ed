import type { Outputs } from "@besunny/api/browser/outputs";

export type Rule = Outputs["privacy"]["rules"]["items"][number];
