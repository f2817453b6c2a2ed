import type { Outputs } from "@besunny/api/browser/outputs";

export type DashboardData = Outputs["admin"]["dashboards"]["get"];
