import type { Outputs } from "@besunny/api/browser/outputs";

export type Approval = Outputs["automations"]["approvals"]["items"][number];
