import type { Outputs } from "@besunny/api/browser/outputs";

export type RehearsalDetail = Outputs["automations"]["rehearsal"];
export type RehearsedRow = Outputs["automations"]["rehearsalRows"]["items"][number];
