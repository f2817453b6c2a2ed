import type { DashboardContent } from "../dashboard";
import { type Board, boards } from "./boards";
import { laidOut } from "./laid-out";

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
export function shippedFor(scope: DashboardScope): readonly ShippedDashboard[] {
  return shipped[scope];
}

/** Finds a dashboard that comes with the product by its name. */
export function findShipped(scope: DashboardScope, key: string): ShippedDashboard | undefined {
  return shipped[scope].find((each) => each.key === key);
}

function made(scope: DashboardScope) {
  return ({ key, title, description, tiles, acrossWorkspaces = [] }: Board): ShippedDashboard => ({
    key,
    scope,
    title,
    description,
    content: {
      range: key === "queue" ? "1d" : "30d",
      timeZone: null,
      compare: "before",
      filters: [],
      tiles: laidOut(scope === "platform" ? [...tiles, ...acrossWorkspaces] : tiles),
    },
  });
}

const shipped = {
  workspace: boards.map(made("workspace")),
  platform: boards.map(made("platform")),
};
