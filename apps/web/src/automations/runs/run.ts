import type { Outputs } from "@besunny/api/browser/outputs";

export type Run = Outputs["automations"]["runs"]["items"][number];
