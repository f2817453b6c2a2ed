import type { DashboardContent } from "../dashboard";

/** The figures of a dashboard: those of one workspace, or of all of them. */
export type DashboardScope = "workspace" | "platform";

/** A dashboard that comes with the product. Nobody changes it; a copy may be changed. */
export type ShippedDashboard = {
  key: string;
  scope: DashboardScope;
  title: string;
  description: string;
  content: DashboardContent;
};

/** Returns the dashboards that come with the product, in the order of the library. */
export function shippedFor(_scope: DashboardScope): ShippedDashboard[] {
  return [];
}

/** Finds a dashboard that comes with the product by its name. */
export function findShipped(scope: DashboardScope, key: string): ShippedDashboard | undefined {
  return shippedFor(scope).find((each) => each.key === key);
}
