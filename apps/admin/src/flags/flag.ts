import type { Outputs } from "@besunny/api/browser/outputs";

type Listed = Outputs["admin"]["flags"]["list"];
export type Flag = Listed["flags"][number];
export type FlagWorkspaces = Listed["workspaces"];
