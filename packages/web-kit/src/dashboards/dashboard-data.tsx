import type { Outputs } from "@besunny/api/browser/outputs";

export type DashboardData = Outputs["dashboards"]["get"];
